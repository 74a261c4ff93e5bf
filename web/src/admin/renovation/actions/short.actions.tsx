import { type Component, Show } from 'solid-js';
import {
  limits,
  rejectionReasons,
  satisfactionGrades,
  waysOfSaying,
  withdrawalReasons,
} from '../../../../../functions/renovation/renovation.words.ts';
import { today } from '../../shell/days.ts';
import { renovationActWords, renovationCaseWords, renovationWords } from '../renovation.words.ts';
import { FormAction } from './form-action.tsx';
import type { Question } from './form-fields.tsx';
import type { ActionProps } from './renovation-action.tsx';

const { t } = renovationActWords;

export const wayQuestion = (): Question => ({
  name: 'how',
  kind: 'select',
  label: t('field.how'),
  options: waysOfSaying.map((value) => ({ value, label: renovationWords.t(`way.${value}`) })),
});

export const noteQuestion = (): Question => ({
  name: 'note',
  kind: 'text',
  label: t('field.note'),
  most: limits.reason,
  optional: true,
});

const textQuestion = (label: string, most: number = limits.reason, hint?: string): Question => ({
  ...{ name: 'text', kind: 'text', label, most },
  hint,
});

const yesNo = (name: string, label: string, yes: string, no: string): Question => ({
  ...{ name, kind: 'yes-no', label },
  options: [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ],
});

export const photosQuestion = (label: string, most: number, optional = true): Question => ({
  ...{ name: 'photos', kind: 'photos', label, most, optional },
  hint: t('field.photos.hint', { n: most }),
});

export const CheckAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="check"
    kind="main"
    intro={t('check.intro')}
    questions={[noteQuestion()]}
  />
);

export const ReviewAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="review"
    kind="main"
    intro={t('review.intro')}
    questions={[noteQuestion()]}
  />
);

export const PapersAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="papers"
    intro={t('papers.intro')}
    questions={[
      {
        name: 'papers',
        kind: 'lines',
        label: t('papers.list'),
        hint: t('papers.hint', { n: limits.papers }),
      },
    ]}
  />
);

export const PapersAnswerAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="papers-answer"
    kind="main"
    intro={props.view.papersRequest?.papers.join(t('papers.and'))}
    questions={[
      textQuestion(t('papers-answer.text'), limits.text),
      photosQuestion(t('papers-answer.photos'), limits.photos),
    ]}
  />
);

export const AgreementAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="agreement"
    kind="main"
    intro={t('agreement.intro')}
    questions={[
      yesNo('agrees', t('agreement.agrees'), t('agreement.yes'), t('agreement.no')),
      wayQuestion(),
      noteQuestion(),
    ]}
  />
);

export const RejectionAction: Component<ActionProps> = (props) => (
  <FormAction
    danger
    view={props.view}
    action="rejection"
    intro={t('rejection.intro')}
    questions={[
      {
        name: 'reason',
        kind: 'select',
        label: t('field.reason'),
        options: rejectionReasons
          // Only a decision on an objection gives this one.
          .filter((value) => value !== 'objection-upheld')
          .map((value) => ({ value, label: renovationCaseWords.t(`reason.${value}`) })),
      },
      textQuestion(t('rejection.text')),
    ]}
  />
);

export const WithdrawalAction: Component<ActionProps> = (props) => (
  <FormAction
    danger
    view={props.view}
    action="withdrawal"
    intro={t('withdrawal.intro')}
    questions={[
      {
        name: 'reason',
        kind: 'select',
        label: t('field.reason'),
        options: withdrawalReasons.map((value) => ({
          value,
          label: renovationCaseWords.t(`withdrawal.${value}`),
        })),
      },
      wayQuestion(),
      { ...textQuestion(t('field.note')), optional: true },
    ]}
  />
);

export const AppealAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="appeal"
    kind="main"
    intro={t('appeal.intro')}
    questions={[textQuestion(t('appeal.text'), limits.text), wayQuestion()]}
  />
);

export const AppealDecisionAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="appeal-decision"
    kind="main"
    intro={props.view.appeal?.text}
    questions={[
      yesNo('granted', t('appeal-decision.granted'), t('appeal-decision.yes'), t('appeal-decision.no')),
      textQuestion(t('field.why')),
    ]}
  />
);

export const ObjectionAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="objection"
    intro={t('objection.intro')}
    questions={[
      textQuestion(t('objection.text'), limits.text),
      { name: 'name', kind: 'line', label: t('objection.name') },
      { name: 'phone', kind: 'phone', label: t('objection.phone') },
    ]}
  />
);

export const ObjectionDecisionAction: Component<ActionProps> = (props) => {
  const open = () => props.view.notice?.objections.filter(({ decision }) => decision === undefined) ?? [];
  return (
    <Show when={open().length > 0}>
      <FormAction
        view={props.view}
        action="objection-decision"
        kind="main"
        intro={t('objection-decision.intro')}
        questions={[
          {
            name: 'no',
            kind: 'number',
            label: t('objection-decision.no'),
            options: open().map(({ no, text }) => ({
              value: String(no),
              label: t('objection-decision.one', { no, text }),
            })),
          },
          yesNo(
            'upheld',
            t('objection-decision.upheld'),
            t('objection-decision.yes'),
            t('objection-decision.no-not'),
          ),
          textQuestion(t('field.why')),
        ]}
      />
    </Show>
  );
};

export const BeforeAction: Component<ActionProps> = (props) => (
  <FormAction
    view={props.view}
    action="before"
    kind={props.view.job?.before === undefined ? 'main' : 'second'}
    intro={t('before.intro')}
    fieldOf={{ 'renovation.before_photos_missing': 'photos' }}
    questions={[photosQuestion(t('before.photos'), limits.jobPhotos, false), noteQuestion()]}
  />
);

export const DefectAction: Component<ActionProps> = (props) => (
  <FormAction
    danger
    view={props.view}
    action="defect"
    intro={t('defect.intro')}
    questions={[
      {
        name: 'side',
        kind: 'choice',
        label: t('defect.side'),
        options: (['federation', 'applicant'] as const).map((value) => ({
          value,
          label: renovationWords.t(`side.${value}`),
        })),
      },
      textQuestion(t('defect.text')),
      photosQuestion(t('defect.photos'), limits.photos),
    ]}
  />
);

export const FollowUpAction: Component<ActionProps> = (props) => {
  const due = () =>
    props.view.followUps?.filter(({ done, dueOn }) => done === undefined && dueOn <= today()) ?? [];
  return (
    <Show when={due().length > 0}>
      <FormAction
        view={props.view}
        action="follow-up"
        kind="main"
        questions={[
          {
            name: 'month',
            kind: 'number',
            label: t('follow-up.month'),
            initially: String(due()[0]?.month ?? ''),
            options: due().map(({ month }) => ({
              value: String(month),
              label: renovationCaseWords.t('follow-up.month', { n: month }),
            })),
          },
          yesNo('reached', t('follow-up.reached'), t('follow-up.yes'), t('follow-up.no')),
          {
            name: 'satisfaction',
            kind: 'number',
            label: t('follow-up.satisfaction'),
            options: satisfactionGrades.map((grade) => ({
              value: String(grade),
              label: renovationCaseWords.t(`grade.${grade}`),
            })),
            optional: true,
            when: ({ reached }) => reached === 'yes',
          },
          noteQuestion(),
        ]}
      />
    </Show>
  );
};
