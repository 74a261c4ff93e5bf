import { useLocation, useNavigate } from '@solidjs/router';
import { type Component, createSignal, type JSX, onMount } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldMessage } from '../messages/messages.ts';
import { checkPair } from '../track/track.check.ts';
import { type Pair, pairFromHash } from '../track/track.pair.ts';

export interface PairFormProps {
  title: string;
  lead: string;
  reference: string;
  code: string;
  submit: string;
  busy: string;
  failed: string;
  missing: string;
  /** Looks the two up. @throws whatever `refusal` then puts in words */
  open: (pair: Pair) => Promise<void>;
  refusal: (thrown: unknown) => string;
  children?: JSX.Element;
}

/** Asks for a reference and its code. A link that carries both is taken at its word at once. */
export const PairForm: Component<PairFormProps> = (props) => {
  const location = useLocation();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal<Pair>(pairFromHash(location.hash));
  const [messages, setMessages] = createSignal<readonly FieldMessage[]>([]);
  const [isRefused, setRefused] = createSignal(false);
  const [isBusy, setBusy] = createSignal(false);

  const look = async (wanted: Pair): Promise<void> => {
    setBusy(true);
    try {
      await props.open(wanted);
    } catch (thrown) {
      setRefused(true);
      setMessages([{ name: 'reference', message: props.refusal(thrown) }]);
    } finally {
      setBusy(false);
    }
  };
  const start = (): void => {
    if (isBusy()) return;
    const checked = checkPair(typed());
    setRefused(false);
    setMessages(
      checked.problems.map((problem) => ({
        name: problem.path,
        message: problem.code === 'field.required' ? props.missing : fieldMessage(problem),
      })),
    );
    if (checked.problems.length === 0) void look(checked.pair);
  };
  onMount(() => {
    if (location.hash === '') return;
    // The code is a secret: it goes from the address into the form, and not into the browser's history.
    navigate(location.pathname, { replace: true, scroll: false });
    start();
  });
  const errorOf = (name: string): string | undefined =>
    messages().find((message) => message.name === name)?.message;
  const submit = (event: Event): void => {
    event.preventDefault();
    start();
  };
  return (
    <div class="reading stack-large">
      <ErrorSummary errors={messages()} {...(isRefused() ? { title: props.failed } : {})} />
      <PageHeader title={props.title} lead={props.lead} />
      <form class="stack" noValidate onSubmit={submit}>
        <TextField
          name="reference"
          label={props.reference}
          width="medium"
          autocomplete="off"
          value={typed().reference}
          error={errorOf('reference')}
          onInput={(reference) => setTyped((before) => ({ ...before, reference }))}
        />
        <TextField
          name="code"
          label={props.code}
          width="medium"
          autocomplete="off"
          value={typed().code}
          error={errorOf('code')}
          onInput={(code) => setTyped((before) => ({ ...before, code }))}
        />
        <div class="step-actions">
          <Button type="submit" kind="main" busy={isBusy()}>
            {isBusy() ? props.busy : props.submit}
          </Button>
        </div>
      </form>
      {props.children}
    </div>
  );
};
