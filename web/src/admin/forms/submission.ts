import { createMemo, createSignal } from 'solid-js';
import * as v from 'valibot';
import { fieldProblems } from '../../../../functions/platform/contract/fields.ts';
import type { FieldProblem } from '../../../../functions/platform/contract/problems.ts';
import { ApiProblem, newKey } from '../../api/client.ts';
import type { FieldMessage } from '../../ui/error-summary.tsx';
import { codeOf, fieldMessage, problemMessage } from '../messages/messages.ts';
import { messageWords } from '../messages/messages.words.ts';

export interface SubmissionSetup<S extends v.GenericSchema<unknown, unknown>, T> {
  /** The contract's own schema of what is sent. */
  schema: S;
  /** By name, the form's fields as labelled (empty where the messages say it all); an error on `plan.0.by` stands at `plan` when no field has that very name. */
  fields: () => Readonly<Record<string, string>>;
  /** Sends what the schema accepted. The key stays the same until this succeeds. */
  send: (body: v.InferInput<S>, key: string) => Promise<T>;
  done: (result: T) => void;
  /** Refusals that are about one field. */
  fieldOf?: Readonly<Record<string, string>>;
  /** Words for codes of this form alone, or for fields that need more than the code's own. */
  tell?: (problem: Pick<FieldProblem, 'path' | 'code' | 'n'>) => string | undefined;
}

export interface Submission {
  /** For the summary: each with its field's label, because out of its place it says too little. */
  summary: () => readonly FieldMessage[];
  errorOf: (name: string) => string | undefined;
  busy: () => boolean;
  /** Code of the refusal last answered, until the next try. */
  refusal: () => string | undefined;
  /** The record as it stands now, when somebody else changed it first; not yet parsed. */
  stale: () => unknown;
  submit: (draft: unknown) => Promise<void>;
  /** Forgets errors and the key: what is written next is a new intention. */
  reset: () => void;
}

/**
 * One try after another to send one form: checked here first, sent once at a time, and with one key until it
 * succeeds, so that neither pressing twice nor trying again after a broken connection does it twice.
 */
export const createSubmission = <S extends v.GenericSchema<unknown, unknown>, T>(
  setup: SubmissionSetup<S, T>,
): Submission => {
  const [errors, setErrors] = createSignal<readonly FieldMessage[]>([]);
  const [busy, setBusy] = createSignal(false);
  const [refusal, setRefusal] = createSignal<string>();
  const [stale, setStale] = createSignal<unknown>();
  let key = newKey();

  const fieldFor = (path: string): string =>
    Object.keys(setup.fields())
      .filter((name) => path === name || path.startsWith(`${name}.`))
      .reduce((longest, name) => (name.length > longest.length ? name : longest), '');

  const messageFor = (problem: FieldProblem): FieldMessage => ({
    name: fieldFor(problem.path),
    message: setup.tell?.(problem) ?? fieldMessage(problem.code, problem.n),
  });

  const refused = (thrown: unknown): void => {
    const code = codeOf(thrown);
    setRefusal(code);
    if (thrown instanceof ApiProblem && code === 'request.stale') {
      setStale(thrown.current);
      return;
    }
    const told = thrown instanceof ApiProblem ? thrown.errors : [];
    setErrors(
      told.length > 0
        ? told.map(messageFor)
        : [{ name: setup.fieldOf?.[code] ?? '', message: problemMessage(code) }],
    );
  };

  const submit = async (draft: unknown): Promise<void> => {
    if (busy()) return;
    setRefusal(undefined);
    setStale(undefined);
    if (!v.is(setup.schema, draft)) {
      const { issues } = v.safeParse(setup.schema, draft);
      setErrors(fieldProblems(issues ?? []).map(messageFor));
      return;
    }
    setErrors([]);
    setBusy(true);
    try {
      const result = await setup.send(draft, key);
      key = newKey();
      setup.done(result);
    } catch (thrown) {
      refused(thrown);
    } finally {
      setBusy(false);
    }
  };

  const labelled = ({ name, message }: FieldMessage): FieldMessage => {
    const label = setup.fields()[name] ?? '';
    return { name, message: label === '' ? message : messageWords.t('labelled', { label, message }) };
  };
  const summary = createMemo(() => errors().map(labelled));

  return {
    summary,
    errorOf: (name) => errors().find((error) => error.name === name)?.message,
    busy,
    refusal,
    stale,
    submit,
    reset: () => {
      setErrors([]);
      setRefusal(undefined);
      setStale(undefined);
      key = newKey();
    },
  };
};
