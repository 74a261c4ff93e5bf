import { createAsync } from '@solidjs/router';
import { type Component, For, type JSX, Show } from 'solid-js';
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

/** The ledgers, in the order of their tabs. */
const ledgers = ['devices', 'centres', 'donations', 'helps', 'events'] as const;
type Ledger = (typeof ledgers)[number];

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
        items={ledgers.map((each) => ({
          href: desk.keepNode(`/admin/services/${each}`),
          label: t(`nav.${each}`),
          current: each === props.ledger,
        }))}
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
