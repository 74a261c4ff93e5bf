import { A } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { Column } from '../../ui/table.tsx';
import type { Coverage, CoverageCounts } from './campaigns.queries.ts';
import { campaignsWords } from './campaigns.words.ts';

const { t } = campaignsWords;

export type CoveragePart = Coverage['children'][number];

export const inScope = ({ assigned, excluded }: CoverageCounts): number => assigned - excluded;

/** As the red list has it: in scope, and nobody was met. */
export const unvisited = (counts: CoverageCounts): number => inScope(counts) - counts.visited;

/** The figure beside it as a picture; whoever can't see it misses nothing. */
const Bar: Component<{ part: number; whole: number }> = (props) => (
  <svg class="coverage-bar" aria-hidden="true" viewBox="0 0 100 6" preserveAspectRatio="none">
    <rect class="coverage-bar-whole" width="100" height="6" />
    <rect
      class="coverage-bar-part"
      width={props.whole === 0 ? 0 : (100 * props.part) / props.whole}
      height="6"
    />
  </svg>
);

export const CoverageRate: Component<{ counts: CoverageCounts }> = (props) => (
  <>
    <span class="coverage-rate">{formatRate(props.counts.visited, inScope(props.counts), language())}</span>
    <Bar part={props.counts.visited} whole={inScope(props.counts)} />
  </>
);

export interface CoverageSetup {
  /** The node all parts are of. */
  total: string;
  nameOf: (node: string) => string;
  /** Its own parts; undefined where there is nothing below. */
  partsHref: (node: string) => string | undefined;
  unvisitedHref: (node: string) => string;
}

export const coverageColumns = ({
  total,
  nameOf,
  partsHref,
  unvisitedHref,
}: CoverageSetup): readonly Column<CoveragePart>[] => {
  const count = (key: 'refused' | 'empty' | 'excluded', header: string): Column<CoveragePart> => ({
    key,
    header,
    align: 'end',
    cell: ({ counts }) => formatNumber(counts[key], language()),
  });
  const name = (node: string): string =>
    node === total ? t('coverage.all', { node: nameOf(node) }) : nameOf(node);
  return [
    {
      key: 'part',
      header: t('coverage.part'),
      isRowHeader: true,
      cell: ({ node }) => (
        <Show when={node !== total && partsHref(node)} fallback={name(node)}>
          {(href) => <A href={href()}>{name(node)}</A>}
        </Show>
      ),
    },
    { key: 'rate', header: t('coverage.rate'), cell: ({ counts }) => <CoverageRate counts={counts} /> },
    {
      key: 'unvisited',
      header: t('coverage.unvisited'),
      align: 'end',
      cell: ({ node, counts }) => (
        <Show when={unvisited(counts) > 0} fallback="0">
          <A
            href={unvisitedHref(node)}
            aria-label={t('coverage.unvisited.open', {
              node: name(node),
              n: formatNumber(unvisited(counts), language()),
            })}
          >
            {formatNumber(unvisited(counts), language())}
          </A>
        </Show>
      ),
    },
    count('refused', t('coverage.refused')),
    count('empty', t('coverage.empty')),
    {
      key: 'waiting',
      header: t('coverage.waiting'),
      align: 'end',
      cell: ({ counts }) => formatNumber(counts.waitingOffPeak, language()),
    },
    count('excluded', t('coverage.excluded')),
  ];
};
