import { type Component, createSignal } from 'solid-js';
import { householdsContract } from '../../../../../functions/households/households.contract.ts';
import { householdsWords } from '../households.words.ts';
import { changedMemberBody, type MemberDraft, membersOf } from '../members-draft.ts';
import { MembersFields, memberLabels } from '../members-fields.tsx';
import type { ActionProps } from './details.action.tsx';
import { HouseholdAction } from './household-action.tsx';

const { t } = householdsWords;

export const MembersAction: Component<ActionProps> = (props) => {
  const [members, setMembers] = createSignal<readonly MemberDraft[]>([]);
  return (
    <HouseholdAction
      wide
      view={props.view}
      row={householdsContract.routes.members}
      label={t('action.members')}
      done={t('action.members.done')}
      intro={t('members.intro')}
      fields={memberLabels(members())}
      fieldOf={{ 'household.member_unknown': 'members', 'household.id_number_taken': 'members' }}
      body={() => ({ members: members().map(changedMemberBody) })}
      reset={() => setMembers(membersOf(props.view))}
    >
      {(errorOf) => <MembersFields members={members()} onChange={setMembers} errorOf={errorOf} />}
    </HouseholdAction>
  );
};
