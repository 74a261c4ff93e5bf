import { type Component, For, Match, Show, Switch } from 'solid-js';
import { RadioGroup, SelectField } from '../../../ui/choice-field.tsx';
import { FileField } from '../../../ui/file-field.tsx';
import { TextArea, TextField } from '../../../ui/text-field.tsx';
import { sendPhotos } from '../../forms/photos.ts';
import type { Submission } from '../../forms/submission.ts';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** One question of a dialog; `name` is the contract's own. */
export interface Question {
  readonly name: string;
  readonly label: string;
  readonly kind: 'line' | 'phone' | 'text' | 'lines' | 'select' | 'choice' | 'yes-no' | 'number' | 'photos';
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** Characters of a text, or how many photos. */
  readonly most?: number;
  readonly options?: readonly Option[];
  /** What is chosen before anything is. */
  readonly initially?: string;
  /** Asked only while this holds of what was answered so far. */
  readonly when?: (answers: Answers) => boolean;
}

export type Answers = Readonly<Record<string, string>>;

export const emptyAnswers = (questions: readonly Question[]): Record<string, string> =>
  Object.fromEntries(questions.map(({ name, initially }) => [name, initially ?? '']));

const isAsked = (question: Question, answers: Answers): boolean => question.when?.(answers) ?? true;

const typed = ({ kind }: Question, answer: string): unknown => {
  switch (kind) {
    case 'yes-no':
      return answer === 'yes';
    case 'number':
      return Number(answer);
    case 'lines':
      return answer
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
    default:
      return answer;
  }
};

/** In the shape the contract takes; what was left empty is not sent. */
export const bodyOf = (questions: readonly Question[], answers: Answers): object =>
  Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answers[question.name]?.trim() ?? '';
      return question.kind === 'photos' || answer === '' || !isAsked(question, answers)
        ? []
        : [[question.name, typed(question, answer)]];
    }),
  );

/** Sends the photos first and names them in the body. */
export const withPhotos =
  (files: () => readonly File[]) =>
  async (body: unknown): Promise<unknown> => ({ ...Object(body), photos: await sendPhotos(files()) });

interface FormFieldsProps {
  questions: readonly Question[];
  answers: Answers;
  onAnswer: (name: string, value: string) => void;
  photos: readonly File[];
  onPhotos: (files: readonly File[]) => void;
  errorOf: Submission['errorOf'];
}

/** The questions of a dialog, one below the other. */
export const FormFields: Component<FormFieldsProps> = (props) => (
  <For each={props.questions}>
    {(question) => (
      <Show when={isAsked(question, props.answers)}>
        <FormField {...props} question={question} />
      </Show>
    )}
  </For>
);

const FormField: Component<FormFieldsProps & { question: Question }> = (props) => {
  const field = () => {
    const { name, label, hint, optional } = props.question;
    return { name, label, hint, optional, error: props.errorOf(name) };
  };
  const value = (): string => props.answers[props.question.name] ?? '';
  const answer = (text: string): void => props.onAnswer(props.question.name, text);
  const options = () => [...(props.question.options ?? [])];
  return (
    <Switch>
      <Match when={props.question.kind === 'line'}>
        <TextField {...field()} autocomplete="off" value={value()} onInput={answer} />
      </Match>
      <Match when={props.question.kind === 'phone'}>
        <TextField
          {...field()}
          type="tel"
          autocomplete="off"
          width="medium"
          value={value()}
          onInput={answer}
        />
      </Match>
      <Match when={props.question.kind === 'text' || props.question.kind === 'lines'}>
        <TextArea {...field()} rows={4} limit={props.question.most} value={value()} onInput={answer} />
      </Match>
      <Match when={props.question.kind === 'select'}>
        <SelectField {...field()} width="medium" options={options()} value={value()} onChange={answer} />
      </Match>
      <Match when={props.question.kind === 'photos'}>
        <FileField {...field()} files={props.photos} onChange={props.onPhotos} most={props.question.most} />
      </Match>
      <Match when={true}>
        <RadioGroup {...field()} options={options()} value={value()} onChange={answer} />
      </Match>
    </Switch>
  );
};
