import { type Component, For, type JSX, Show } from 'solid-js';
import { formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import type { AreaView } from '../households/households.queries.ts';
import { useDesk } from '../shell/desk.ts';
import type { PersonRow } from './campaigns.queries.ts';
import { planWords } from './campaigns.words.ts';
import type { PeoplePicks } from './people-picks.ts';

const { t } = planWords;

export interface PlanPeopleProps {
  people: readonly PersonRow[];
  areas: readonly AreaView[];
  /** Nobody is chosen any more when there is nothing to give out. */
  picks?: PeoplePicks | undefined;
}

/** Who goes, and which areas somebody gets first. */
export const PlanPeople: Component<PlanPeopleProps> = (props) => {
  const desk = useDesk();
  const tickAll = (takes: boolean): void => {
    for (const { staffId } of props.people) props.picks?.take(staffId, takes);
  };
  const nameOf = (row: PersonRow): JSX.Element => (
    <span>
      {row.name}
      <span class="door-sub">{desk.placeOf(row.scope)}</span>
    </span>
  );
  const columns = (): readonly Column<PersonRow>[] => {
    const { picks, areas } = props;
    return [
      {
        key: 'person',
        header: t('plan.person'),
        isRowHeader: true,
        cell: (row) => (
          <Show when={picks} fallback={nameOf(row)}>
            {(known) => (
              <label class="pick">
                <input
                  type="checkbox"
                  aria-label={t('plan.take', { name: row.name })}
                  checked={known().takes(row.staffId)}
                  onChange={(event) => known().take(row.staffId, event.currentTarget.checked)}
                />
                {nameOf(row)}
              </label>
            )}
          </Show>
        ),
      },
      {
        key: 'has',
        header: t('plan.has'),
        cell: (row) =>
          t('plan.has-visited', {
            assigned: formatNumber(row.assigned, language()),
            visited: formatNumber(row.visited, language()),
          }),
      },
      ...(picks === undefined || areas.length === 0
        ? []
        : [
            {
              key: 'areas',
              header: t('plan.areas'),
              cell: (row: PersonRow) => <AreaPicks person={row} areas={areas} picks={picks} />,
            },
          ]),
    ];
  };
  return (
    <div class="stack">
      <Show when={props.picks}>
        <p class="soft reading">{t('plan.people.hint')}</p>
        <div class="row">
          <Button kind="quiet" onPress={() => tickAll(true)}>
            {t('plan.all')}
          </Button>
          <Button kind="quiet" onPress={() => tickAll(false)}>
            {t('plan.nobody')}
          </Button>
        </div>
      </Show>
      <Table caption={t('plan.people')} captionHidden columns={columns()} rows={props.people} />
    </div>
  );
};

/** Closed until somebody wants it: most villages divide evenly. */
const AreaPicks: Component<{
  person: PersonRow;
  areas: readonly AreaView[];
  picks: PeoplePicks;
}> = (props) => {
  const chosen = (): readonly string[] => props.picks.areasOf(props.person.staffId);
  return (
    <details>
      <summary>
        <Show when={chosen().length > 0} fallback={t('plan.areas.any')}>
          {t('plan.areas.some', { n: chosen().length })}
        </Show>
        <span class="visually-hidden">
          {' · '}
          {t('plan.areas.of', { name: props.person.name })}
        </span>
      </summary>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would be said again in every row. */}
      <div class="area-picks" role="group" aria-label={t('plan.areas.of', { name: props.person.name })}>
        <For each={props.areas}>
          {(area) => (
            <label class="pick">
              <input
                type="checkbox"
                checked={chosen().includes(area.area)}
                onChange={(event) =>
                  props.picks.giveArea(props.person.staffId, area.area, event.currentTarget.checked)
                }
              />
              {area.name}
            </label>
          )}
        </For>
      </div>
    </details>
  );
};
