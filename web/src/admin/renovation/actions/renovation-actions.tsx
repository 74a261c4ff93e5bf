import { type Component, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { RenovationAction } from '../../../../../functions/renovation/renovation.actions.ts';
import { LinkButton } from '../../../ui/button.tsx';
import { useDesk } from '../../shell/desk.ts';
import type { RenovationView } from '../renovation.queries.ts';
import { renovationActWords, renovationCaseWords } from '../renovation.words.ts';
import { AppointmentAction } from './appointment.action.tsx';
import { ApprovalAction } from './approval.action.tsx';
import { CompletionAction } from './completion.action.tsx';
import { DisclosureAction } from './disclosure.action.tsx';
import { FeasibilityAction } from './feasibility.action.tsx';
import { PlanAction } from './plan.action.tsx';
import type { ActionProps } from './renovation-action.tsx';
import {
  AgreementAction,
  AppealAction,
  AppealDecisionAction,
  BeforeAction,
  CheckAction,
  DefectAction,
  FollowUpAction,
  ObjectionAction,
  ObjectionDecisionAction,
  PapersAction,
  PapersAnswerAction,
  RejectionAction,
  ReviewAction,
  WithdrawalAction,
} from './short.actions.tsx';
import { SignatureAction } from './signature.action.tsx';

const { t } = renovationActWords;

/** At the home one fills in a page, not a dialog. */
const AssessmentLink: Component<ActionProps> = (props) => {
  const desk = useDesk();
  return (
    <LinkButton kind="main" href={desk.keepNode(`/admin/renovations/${props.view.reference}/assessment`)}>
      {t('act.assessment')}
    </LinkButton>
  );
};

const actions = {
  check: CheckAction,
  review: ReviewAction,
  papers: PapersAction,
  'papers-answer': PapersAnswerAction,
  appointment: AppointmentAction,
  assessment: AssessmentLink,
  feasibility: FeasibilityAction,
  plan: PlanAction,
  agreement: AgreementAction,
  approval: ApprovalAction,
  rejection: RejectionAction,
  objection: ObjectionAction,
  'objection-decision': ObjectionDecisionAction,
  before: BeforeAction,
  completion: CompletionAction,
  signature: SignatureAction,
  defect: DefectAction,
  'follow-up': FollowUpAction,
  appeal: AppealAction,
  'appeal-decision': AppealDecisionAction,
  withdrawal: WithdrawalAction,
  disclosure: DisclosureAction,
} as const satisfies Record<RenovationAction, Component<ActionProps>>;

/** What moves it on comes first; what ends it, and what is always possible, last. */
const order: readonly RenovationAction[] = [
  'check',
  'review',
  'assessment',
  'appointment',
  'feasibility',
  'plan',
  'agreement',
  'approval',
  'objection-decision',
  'before',
  'completion',
  'signature',
  'follow-up',
  'appeal-decision',
  'appeal',
  'papers-answer',
  'papers',
  'objection',
  'defect',
  'disclosure',
  'rejection',
  'withdrawal',
];

/** What this caller may do now, as the service says; nothing is decided here. */
export const RenovationActions: Component<{ view: RenovationView }> = (props) => {
  const allowed = () => order.filter((action) => props.view.actions.includes(action));
  return (
    <section class="renovation-actions no-print" aria-label={renovationCaseWords.t('case.actions')}>
      <Show
        when={allowed().length > 0}
        fallback={<p class="soft">{renovationCaseWords.t('case.no-actions')}</p>}
      >
        <For each={allowed()}>{(action) => <Dynamic component={actions[action]} view={props.view} />}</For>
      </Show>
    </section>
  );
};
