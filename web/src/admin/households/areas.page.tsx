import { createAsync, revalidate } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { householdsContract } from '../../../../functions/households/households.contract.ts';
import { ApiProblem, call } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { confirm } from '../../ui/dialog.tsx';
import { StatusTag } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page.tsx';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { showToast } from '../../ui/toast.tsx';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { CommandForm } from '../forms/command-form.tsx';
import { createSubmission } from '../forms/submission.ts';
import { codeOf, problemMessage } from '../messages/messages.ts';
import { useDesk } from '../shell/desk.ts';
import { showChangedArea, withChangedAreas } from './fresh-areas.ts';
import { HouseholdTasks } from './household-tasks.tsx';
import { type AreaView, readAreas } from './households.queries.ts';
import { householdsWords } from './households.words.ts';
import { usualVillage, VillageField } from './village-field.tsx';

const { t } = householdsWords;
const { routes } = householdsContract;
const show = (area: AreaView): void => {
  showChangedArea(area);
  void revalidate(readAreas.key);
};

/** The parts a village is divided into, each one person's to visit. */
export const AreasPage: Component = () => {
  const desk = useDesk();
  const usual = usualVillage();
  const [chosen, setChosen] = createSignal('');
  const village = (): string => chosen() || usual();
  const read = createAsync(async () => (village() === '' ? undefined : await readAreas(village())));
  const areas = () => {
    const known = read();
    return known && withChangedAreas(known, village());
  };

  const columns = (): readonly Column<AreaView>[] => [
    { key: 'name', header: t('areas.name'), isRowHeader: true, cell: ({ name }) => name },
    {
      key: 'status',
      header: t('household.status'),
      cell: ({ active }) => (
        <StatusTag tone={active ? 'ok' : 'neutral'}>{t(active ? 'areas.active' : 'areas.closed')}</StatusTag>
      ),
    },
    {
      key: 'actions',
      header: t('household.actions'),
      cell: (area) => (
        <span class="row">
          <Rename area={area} />
          <Show when={area.active}>
            <Close area={area} />
          </Show>
        </span>
      ),
    },
  ];
  return (
    <div class="stack">
      <PageHeader title={t('areas.title')} lead={t('areas.lead')} />
      <HouseholdTasks />
      <VillageField name="village" value={village()} onChange={setChosen} />
      <Show when={areas()}>
        {(known) => (
          <>
            <Show
              when={known().length > 0}
              fallback={
                <EmptyState title={t('areas.empty')}>
                  <p>{t('areas.empty.text')}</p>
                </EmptyState>
              }
            >
              <Table
                caption={t('areas.caption', { village: desk.nameOf(village()) })}
                columns={columns()}
                rows={known()}
              />
            </Show>
            <AddArea village={village()} />
          </>
        )}
      </Show>
    </div>
  );
};

const AddArea: Component<{ village: string }> = (props) => {
  const [name, setName] = createSignal('');
  const submission = createSubmission({
    schema: routes.createArea.body,
    fields: () => ({ name: t('areas.name') }),
    fieldOf: { 'household.area_name_taken': 'name' },
    send: (body, key) => call(routes.createArea, { body, key }),
    done: ({ body }) => {
      setName('');
      showToast(t('areas.added'));
      show(body);
    },
  });
  return (
    <section class="stack" aria-labelledby="add-area">
      <h2 id="add-area">{t('areas.add')}</h2>
      <CommandForm
        submission={submission}
        body={() => ({ village: props.village, name: name() })}
        submitLabel={t('areas.add')}
      >
        <TextField
          name="name"
          label={t('areas.name')}
          hint={t('areas.name.hint')}
          width="medium"
          value={name()}
          onInput={setName}
          error={submission.errorOf('name')}
        />
      </CommandForm>
    </section>
  );
};

const Rename: Component<{ area: AreaView }> = (props) => {
  const [name, setName] = createSignal('');
  const title = (): string => t('areas.rename.label', { name: props.area.name });
  return (
    <CommandDialog
      row={routes.areaName}
      params={{ area: props.area.area }}
      view={props.area}
      label={t('areas.rename')}
      title={title()}
      buttonLabel={title()}
      kind="quiet"
      fields={{ name: t('areas.name') }}
      fieldOf={{ 'household.area_name_taken': 'name' }}
      body={() => ({ name: name() })}
      reset={() => setName(props.area.name)}
      done={t('areas.renamed')}
      show={show}
    >
      {(errorOf) => (
        <TextField
          name="name"
          label={t('areas.name')}
          width="medium"
          value={name()}
          onInput={setName}
          error={errorOf('name')}
        />
      )}
    </CommandDialog>
  );
};

const Close: Component<{ area: AreaView }> = (props) => {
  const close = async (): Promise<void> => {
    const isMeant = await confirm({
      title: t('areas.close.label', { name: props.area.name }),
      text: t('areas.close.text'),
      confirmLabel: t('areas.close'),
      danger: true,
    });
    if (!isMeant) return;
    try {
      const { body } = await call(routes.areaClosure, {
        params: { area: props.area.area },
        body: {},
        ifMatch: props.area.version,
      });
      show(body);
      showToast(t('areas.closed.done'));
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      showToast(problemMessage(codeOf(thrown)), 'bad');
      void revalidate(readAreas.key);
    }
  };
  return (
    <Button
      kind="quiet"
      label={t('areas.close.label', { name: props.area.name })}
      onPress={() => void close()}
    >
      {t('areas.close')}
    </Button>
  );
};
