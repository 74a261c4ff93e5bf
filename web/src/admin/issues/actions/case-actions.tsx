import { type Component, For, Show } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { IssueAction } from '../../../../../functions/issues/issues.actions.ts';
import type { CaseView } from '../../queries.ts';
import { issuesWords } from '../issues.words.ts';
import { AnswerAction, AttemptAction, FollowUpAction } from './answering.actions.tsx';
import { ContactAction } from './contact.action.tsx';
import { DecisionAction, ExtensionAction, ResolutionAction } from './handling.actions.tsx';
import {
  type ActionProps,
  ArbitrationAction,
  ClaimAction,
  CommentAction,
  LinkAction,
  ReopeningAction,
  ReturnAction,
  TransferAction,
} from './placing.actions.tsx';

const { t } = issuesWords;

const actions = {
  transfer: TransferAction,
  claim: ClaimAction,
  return: ReturnAction,
  arbitration: ArbitrationAction,
  extension: ExtensionAction,
  'extension-decision': DecisionAction,
  resolution: ResolutionAction,
  attempt: AttemptAction,
  answer: AnswerAction,
  'follow-up': FollowUpAction,
  reopening: ReopeningAction,
  link: LinkAction,
  comment: CommentAction,
  contact: ContactAction,
} as const satisfies Record<IssueAction, Component<ActionProps>>;

/** What moves a case on comes first; what is always possible, last. */
const order: readonly IssueAction[] = [
  'transfer',
  'claim',
  'arbitration',
  'extension-decision',
  'resolution',
  'answer',
  'follow-up',
  'attempt',
  'extension',
  'return',
  'reopening',
  'link',
  'comment',
  'contact',
];

/** What this caller may do with the case now, as the service says; nothing is decided here. */
export const CaseActions: Component<{ view: CaseView }> = (props) => {
  const allowed = (): readonly IssueAction[] => order.filter((action) => props.view.actions.includes(action));
  return (
    <section class="case-actions no-print" aria-label={t('case.actions')}>
      <Show when={allowed().length > 0} fallback={<p class="soft">{t('case.no-actions')}</p>}>
        <For each={allowed()}>{(action) => <Dynamic component={actions[action]} view={props.view} />}</For>
      </Show>
    </section>
  );
};
