import { createAsync } from '@solidjs/router';
import { type Component, For, type JSX, Show } from 'solid-js';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import {
  personReaders,
  serviceFigureReaders,
  thingReaders,
} from '../../../../functions/services/services.actions.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Fact } from '../../ui/facts.tsx';
import { PageHeader, SubNav } from '../../ui/page.tsx';
import { LoadingState } from '../../ui/state.tsx';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { SlotBoundary } from '../shell/desk-boundary.tsx';
import { readServiceFigures, type ServiceFigures } from './services.queries.ts';
import { servicesWords } from './services.words.ts';
import './services.css';

const { t } = servicesWords;

/** The ledgers, in the order of their tabs, with who may open each; and what all of them came to. */
const ledgers = [
  { ledger: 'devices', roles: thingReaders },
  { ledger: 'centres', roles: thingReaders },
  { ledger: 'donations', roles: thingReaders },
  { ledger: 'helps', roles: personReaders },
  { ledger: 'events', roles: thingReaders },
  { ledger: 'figures', roles: serviceFigureReaders },
] as const satisfies readonly { ledger: string; roles: readonly Role[] }[];
type Ledger = (typeof ledgers)[number]['ledger'];

interface LedgerHeadProps {
  ledger: Ledger;
  title: string;
  lead?: string;
  actions?: JSX.Element;
  /** What the year came to in this ledger, and how it stands now. */
  figures?: (known: ServiceFigures) => readonly Fact[];
}

/** How the page of every ledger begins: its name, the others beside it, and what it came to. */
export const LedgerHead: Component<LedgerHeadProps> = (props) => {
  const desk = useDesk();
  return (
    <>
      <PageHeader title={props.title} lead={props.lead} actions={props.actions} />
      <SubNav
        label={t('nav.label')}
        items={[
          ...ledgers
            .filter(({ roles }) => desk.holds(...roles))
            .map(({ ledger }) => ({
              href: desk.keepNode(`/admin/services/${ledger}`),
              label: t(`nav.${ledger}`),
              current: ledger === props.ledger,
            })),
          // What the plan of the year sets for all of them; whoever sees a ledger sees it.
          { href: desk.keepNode('/admin/targets'), label: t('nav.targets'), current: false },
        ]}
      />
      <Show when={props.figures}>
        {(figures) => (
          <SlotBoundary fallback={<LoadingState lines={1} />}>
            <LedgerFigures factsOf={figures()} />
          </SlotBoundary>
        )}
      </Show>
    </>
  );
};

const thisYear = (): number => Number(today().slice(0, 4));

/** Figures of this year at the place looked at, as of a moment. */
const LedgerFigures: Component<{ factsOf: (known: ServiceFigures) => readonly Fact[] }> = (props) => {
  const desk = useDesk();
  const figures = createAsync(async () => {
    const node = desk.node();
    return node === undefined ? undefined : readServiceFigures(node, thisYear());
  });
  return (
    <Show when={figures()}>
      {(known) => (
        <div class="stack">
          <dl class="services-figures">
            <For each={props.factsOf(known())}>
              {({ term, value }) => (
                <div>
                  <dt>{term}</dt>
                  <dd>{value}</dd>
                </div>
              )}
            </For>
          </dl>
          <p class="soft">
            {t('figures.as-of', {
              node: desk.nameOf(desk.node() ?? ''),
              when: formatMoment(known().asOf, language()),
            })}
          </p>
        </div>
      )}
    </Show>
  );
};
