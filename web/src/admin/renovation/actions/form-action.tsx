import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import type { ButtonKind } from '../../../ui/button.tsx';
import { photoRefusals } from '../../forms/photos.ts';
import { bodyOf, emptyAnswers, FormFields, type Question, withPhotos } from './form-fields.tsx';
import { type ActionProps, type CommandName, RenovationAction } from './renovation-action.tsx';

interface FormActionProps extends ActionProps {
  action: CommandName;
  questions: readonly Question[];
  intro?: string | undefined;
  kind?: ButtonKind | undefined;
  danger?: boolean | undefined;
  fieldOf?: Readonly<Record<string, string>> | undefined;
}

/** A command whose dialog is a few questions. */
export const FormAction: Component<FormActionProps> = (props) => {
  const [answers, setAnswers] = createStore(emptyAnswers(props.questions));
  const [photos, setPhotos] = createSignal<readonly File[]>([]);
  const hasPhotos = (): boolean => props.questions.some(({ kind }) => kind === 'photos');
  return (
    <RenovationAction
      view={props.view}
      action={props.action}
      kind={props.kind}
      danger={props.danger}
      intro={props.intro}
      fields={Object.fromEntries(props.questions.map(({ name, label }) => [name, label]))}
      fieldOf={{ ...photoRefusals, ...props.fieldOf }}
      body={() => bodyOf(props.questions, answers)}
      complete={hasPhotos() ? withPhotos(photos) : undefined}
      reset={() => {
        setAnswers(emptyAnswers(props.questions));
        setPhotos([]);
      }}
    >
      {(errorOf) => (
        <FormFields
          questions={props.questions}
          answers={answers}
          onAnswer={(name, value) => setAnswers(name, value)}
          photos={photos()}
          onPhotos={setPhotos}
          errorOf={errorOf}
        />
      )}
    </RenovationAction>
  );
};
