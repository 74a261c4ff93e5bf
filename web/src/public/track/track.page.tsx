import { query, useLocation, useNavigate } from '@solidjs/router';
import { type Component, createMemo, createSignal, onMount } from 'solid-js';
import { ApiProblem } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorSummary, type FieldMessage } from '../../ui/error-summary.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { trackWords } from '../public.words.ts';
import { readProgress } from '../queries.ts';
import { checkPair, type PairProblem } from './track.check.ts';
import { forgetPair, keepPair, type Pair, pairFromHash } from './track.pair.ts';
import './track.css';

const { t } = trackWords;

const TrackPage: Component = () => {
  const location = useLocation();
  const navigate = useNavigate();
  const [typed, setTyped] = createSignal<Pair>(pairFromHash(location.hash));
  const [problems, setProblems] = createSignal<readonly PairProblem[]>([]);
  const [refusal, setRefusal] = createSignal<string>();
  const [isBusy, setBusy] = createSignal(false);

  onMount(() => {
    forgetPair();
    // The code is a secret: it goes from the address into the form, and not into the browser's history.
    if (location.hash !== '') navigate(location.pathname, { replace: true, scroll: false });
  });

  const wordsFor = (problem: PairProblem): string => {
    if (problem.code !== 'field.required') return fieldMessage(problem);
    return problem.path === 'code' ? t('missing.code') : t('missing.reference');
  };
  const messages = createMemo((): readonly FieldMessage[] => {
    const code = refusal();
    if (code === undefined) {
      return problems().map((problem) => ({ name: problem.path, message: wordsFor(problem) }));
    }
    const name = code === 'issue.reference_or_code_wrong' ? 'reference' : '';
    return [{ name, message: problemMessage(code) }];
  });
  const errorOf = (name: string): string | undefined =>
    messages().find((message) => message.name === name)?.message;

  const lookUp = async (wanted: Pair): Promise<void> => {
    setBusy(true);
    try {
      // A refusal is remembered for some seconds as well; who tries again means it.
      query.delete(readProgress.keyFor(wanted.reference, wanted.code));
      await readProgress(wanted.reference, wanted.code);
      keepPair(wanted);
      navigate('/track/progress');
    } catch (thrown) {
      if (thrown instanceof ApiProblem && thrown.errors.length > 0) setProblems(thrown.errors);
      else setRefusal(codeOf(thrown));
    } finally {
      setBusy(false);
    }
  };
  const submit = (event: Event): void => {
    event.preventDefault();
    if (isBusy()) return;
    const checked = checkPair(typed());
    setRefusal(undefined);
    setProblems(checked.problems);
    if (checked.problems.length === 0) void lookUp(checked.pair);
  };

  return (
    <div class="track">
      <ErrorSummary errors={messages()} {...(refusal() === undefined ? {} : { title: t('form.failed') })} />
      <PageHeader title={t('form.title')} lead={t('form.lead')} />
      <form class="stack" noValidate onSubmit={submit}>
        <TextField
          name="reference"
          label={t('form.reference')}
          hint={t('form.reference.hint')}
          width="medium"
          autocomplete="off"
          value={typed().reference}
          error={errorOf('reference')}
          onInput={(reference) => setTyped((before) => ({ ...before, reference }))}
        />
        <TextField
          name="code"
          label={t('form.code')}
          hint={t('form.code.hint')}
          width="medium"
          autocomplete="off"
          value={typed().code}
          error={errorOf('code')}
          onInput={(code) => setTyped((before) => ({ ...before, code }))}
        />
        <div class="track-actions">
          <Button type="submit" kind="main" busy={isBusy()}>
            {isBusy() ? t('form.busy') : t('form.submit')}
          </Button>
        </div>
        <p class="soft">{t('form.lost')}</p>
      </form>
    </div>
  );
};

export default TrackPage;
