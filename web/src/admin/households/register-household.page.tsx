import { useNavigate } from '@solidjs/router';
import { type Component, createSignal } from 'solid-js';
import { createStore } from 'solid-js/store';
import { householdsContract } from '../../../../functions/households/households.contract.ts';
import { call } from '../../api/client.ts';
import { Fieldset } from '../../ui/field.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { useDesk } from '../shell/desk.ts';
import { detailsBody, emptyDetails } from './details-draft.ts';
import { DetailsFields, detailsLabels, detailsRefusals } from './details-fields.tsx';
import { showChangedHousehold } from './households.queries.ts';
import { householdsWords } from './households.words.ts';
import { emptyMember, type MemberDraft, newMemberBody } from './members-draft.ts';
import { MembersFields, memberLabels } from './members-fields.tsx';
import { usualVillage, VillageField } from './village-field.tsx';
import './households.css';

const { t } = householdsWords;
const row = householdsContract.routes.register;

/** For a door nobody has written down yet. */
export const RegisterHouseholdPage: Component = () => {
  const desk = useDesk();
  const navigate = useNavigate();
  const usual = usualVillage();
  const [chosen, setChosen] = createSignal('');
  const village = (): string => chosen() || usual();
  const [details, setDetails] = createStore({ ...emptyDetails });
  const [members, setMembers] = createSignal<readonly MemberDraft[]>([emptyMember('户主')]);

  const submission = createSubmission({
    schema: row.body,
    fields: () => ({ village: t('household.village'), ...detailsLabels(), ...memberLabels(members()) }),
    fieldOf: {
      ...detailsRefusals,
      'household.village_unknown': 'village',
      'household.id_number_taken': 'members',
      'access.scope': 'village',
    },
    send: (body, key) => call(row, { body, key }),
    done: ({ body }) => {
      showChangedHousehold(body);
      showToast(t('register.done'));
      navigate(desk.keepNode(`/admin/households/${body.household}`));
    },
  });
  return (
    <div class="stack">
      <PageHeader title={t('register.title')} lead={t('register.lead')} />
      <CommandForm
        submission={submission}
        body={() => ({
          village: village() || undefined,
          details: detailsBody(details),
          members: members().map(newMemberBody),
        })}
        submitLabel={t('register.submit')}
      >
        <Fieldset legend={t('household.facts')}>
          <VillageField
            name="village"
            value={village()}
            onChange={(path) => {
              setChosen(path);
              setDetails({ area: '' });
            }}
            error={submission.errorOf('village')}
          />
          <DetailsFields
            village={village() || undefined}
            draft={details}
            onChange={(part) => setDetails(part)}
            errorOf={submission.errorOf}
          />
        </Fieldset>
        <MembersFields members={members()} onChange={setMembers} errorOf={submission.errorOf} />
      </CommandForm>
    </div>
  );
};
