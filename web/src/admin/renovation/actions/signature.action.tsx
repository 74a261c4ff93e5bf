import { type Component, Show } from 'solid-js';
import { type Signer, signers } from '../../../../../functions/renovation/renovation.words.ts';
import { useDesk } from '../../shell/desk.ts';
import { renovationActWords, renovationWords } from '../renovation.words.ts';
import { FormAction } from './form-action.tsx';
import type { ActionProps } from './renovation-action.tsx';
import { wayQuestion } from './short.actions.tsx';

const { t } = renovationActWords;

/** A side signs for itself; for the applicant somebody of the office does, and says how they were told. */
export const SignatureAction: Component<ActionProps> = (props) => {
  const desk = useDesk();
  const maySign = (side: Signer): boolean => {
    if (props.view.signatures?.some((each) => each.side === side)) return false;
    if (side === 'contractor') return props.view.job?.contractor.id === desk.session()?.staffId;
    return side === 'federation' ? desk.holds('disability') : desk.holds('disability', 'lead', 'visitor');
  };
  const sides = () => signers.filter(maySign);
  const isAlone = (side: Signer): boolean => sides().length === 1 && sides()[0] === side;
  return (
    <Show when={sides().length > 0}>
      <FormAction
        view={props.view}
        action="signature"
        kind="main"
        intro={t('signature.intro')}
        questions={[
          {
            name: 'side',
            kind: 'choice',
            label: t('signature.side'),
            initially: sides().length === 1 ? (sides()[0] ?? '') : '',
            options: sides().map((value) => ({ value, label: renovationWords.t(`side.${value}`) })),
          },
          { ...wayQuestion(), when: ({ side }) => side === 'applicant' || isAlone('applicant') },
        ]}
      />
    </Show>
  );
};
