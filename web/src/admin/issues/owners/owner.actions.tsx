import { createAsync } from '@solidjs/router';
import { type Component, createSignal, For, Show, Suspense } from 'solid-js';
import { issuesContract } from '../../../../../functions/issues/issues.contract.ts';
import { categories } from '../../../../../functions/issues/issues.words.ts';
import { parentOf } from '../../../../../functions/platform/contract/node-path.ts';
import { isWithin } from '../../../../../functions/platform/contract/roles.ts';
import { SelectField } from '../../../ui/choice-field.tsx';
import { LoadingState } from '../../../ui/state.tsx';
import { CommandDialog } from '../../forms/command-dialog.tsx';
import { CreateDialog } from '../../forms/create-dialog.tsx';
import type { Submission } from '../../forms/submission.ts';
import { type Desk, useDesk } from '../../shell/desk.ts';
import { issuesWords } from '../issues.words.ts';
import { type OwnerView, readCandidates, renewOwners } from './owners.queries.ts';
import { ownersWords } from './owners.words.ts';

const { t } = ownersWords;
const { routes } = issuesContract;

/** Departments that answer for whole towns: those of the district. */
const departmentsOf = (desk: Desk) =>
  desk
    .nodes()
    .filter(
      ({ kind, active, path }) =>
        active &&
        kind === 'department' &&
        path.split('/').length === 2 &&
        isWithin(path, desk.session()?.scope ?? '∅'),
    );

const townsOf = (desk: Desk, department: string) =>
  desk
    .nodes()
    .filter(
      ({ kind, active, path }) => active && kind === 'town' && isWithin(path, parentOf(department) ?? '∅'),
    );

interface OwnerDraft {
  department: string;
  /** Staff numbers by town. */
  leads: Readonly<Record<string, string>>;
}

const bodyOf = ({ department, leads }: OwnerDraft) => ({
  department,
  leads: Object.entries(leads).flatMap(([town, staffId]) => (staffId === '' ? [] : [{ town, staffId }])),
});

interface OwnerFieldsProps {
  draft: OwnerDraft;
  names: ReadonlyMap<string, string>;
  onChange: (part: Partial<OwnerDraft>) => void;
  errorOf: Submission['errorOf'];
}

const TownLead: Component<OwnerFieldsProps & { town: string }> = (props) => {
  const desk = useDesk();
  const candidates = createAsync(() => readCandidates(props.draft.department, props.town));
  const chosen = (): string => props.draft.leads[props.town] ?? '';
  const options = () => {
    const listed = (candidates() ?? []).map(({ staffId, name, scope }) => ({
      value: staffId,
      label: `${name} · ${desk.nameOf(scope)}`,
    }));
    const isListed = chosen() === '' || listed.some(({ value }) => value === chosen());
    return isListed ? listed : [...listed, { value: chosen(), label: props.names.get(chosen()) ?? chosen() }];
  };
  return (
    <SelectField
      optional
      name={`lead-${props.town}`}
      label={t('owners.official.of', { town: desk.nameOf(props.town) })}
      width="medium"
      emptyLabel={t('owners.nobody')}
      options={options()}
      value={chosen()}
      onChange={(staffId) => props.onChange({ leads: { ...props.draft.leads, [props.town]: staffId } })}
    />
  );
};

const OwnerFields: Component<OwnerFieldsProps> = (props) => {
  const desk = useDesk();
  return (
    <>
      <SelectField
        name="department"
        label={t('owners.department')}
        width="medium"
        options={departmentsOf(desk).map(({ path }) => ({ value: path, label: desk.nameOf(path) }))}
        value={props.draft.department}
        onChange={(department) => props.onChange({ department, leads: {} })}
        error={props.errorOf('department')}
      />
      <Show when={props.draft.department !== ''}>
        <Suspense fallback={<LoadingState />}>
          <For each={townsOf(desk, props.draft.department)}>
            {({ path }) => <TownLead {...props} town={path} />}
          </For>
        </Suspense>
      </Show>
    </>
  );
};

const refusals = {
  'issue.department_unknown': 'department',
  'access.scope': 'department',
  'access.role': 'category',
  'owner.exists': 'category',
};

const empty: OwnerDraft = { department: '', leads: {} };

/** The first owner of a category; the culture office sets its own. */
export const SetOwnerAction: Component<{ owned: readonly OwnerView[] }> = (props) => {
  const desk = useDesk();
  const [category, setCategory] = createSignal('culture');
  const [draft, setDraft] = createSignal<OwnerDraft>(empty);
  const free = () =>
    categories.filter(
      (one) =>
        !props.owned.some((owner) => owner.category === one) && (desk.holds('admin') || one === 'culture'),
    );
  return (
    <Show when={free().length > 0}>
      <CreateDialog
        wide
        row={routes.createOwner}
        kind="main"
        label={t('owners.set')}
        fields={{
          category: t('owners.category'),
          department: t('owners.department'),
          leads: t('owners.official'),
        }}
        fieldOf={refusals}
        body={() => ({ category: category(), ...bodyOf(draft()) })}
        reset={() => {
          setCategory(free()[0] ?? '');
          setDraft(empty);
        }}
        done={t('owners.set.done')}
        made={() => void renewOwners()}
      >
        {(errorOf) => (
          <>
            <SelectField
              name="category"
              label={t('owners.category')}
              width="medium"
              emptyLabel=""
              options={free().map((value) => ({ value, label: issuesWords.t(`category.${value}`) }))}
              value={category()}
              onChange={setCategory}
              error={errorOf('category')}
            />
            <OwnerFields
              draft={draft()}
              names={new Map()}
              onChange={(part) => setDraft({ ...draft(), ...part })}
              errorOf={errorOf}
            />
          </>
        )}
      </CreateDialog>
    </Show>
  );
};

export const ChangeOwnerAction: Component<{ owner: OwnerView }> = (props) => {
  const [draft, setDraft] = createSignal<OwnerDraft>(empty);
  const named = (): string =>
    t('owners.change.of', { category: issuesWords.t(`category.${props.owner.category}`) });
  return (
    <CommandDialog
      wide
      row={routes.changeOwner}
      params={{ category: props.owner.category }}
      view={props.owner}
      label={t('owners.change')}
      title={named()}
      buttonLabel={named()}
      fields={{ department: t('owners.department'), leads: t('owners.official') }}
      fieldOf={refusals}
      body={() => bodyOf(draft())}
      reset={() =>
        setDraft({
          department: props.owner.department,
          leads: Object.fromEntries(props.owner.leads.map(({ town, lead }) => [town, lead.id])),
        })
      }
      done={t('owners.change.done')}
      show={() => void renewOwners()}
    >
      {(errorOf) => (
        <OwnerFields
          draft={draft()}
          names={new Map(props.owner.leads.map(({ lead }) => [lead.id, lead.name]))}
          onChange={(part) => setDraft({ ...draft(), ...part })}
          errorOf={errorOf}
        />
      )}
    </CommandDialog>
  );
};
