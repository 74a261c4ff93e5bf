// biome-ignore-all lint/a11y/noRedundantRoles: older Safari drops the roles of a table laid out as cards.
import { type Component, createUniqueId, For, type JSX, Show } from 'solid-js';
import { commonWords } from '../lib/i18n/common.words.ts';
import { LinkButton } from './button.tsx';
import './table.css';

const { t } = commonWords;

export interface Column<Row> {
  key: string;
  header: string;
  cell: (row: Row) => JSX.Element;
  /** The cell names its row: a heading for screen readers, the title of the card on a phone. */
  isRowHeader?: boolean | undefined;
  /** `end` for figures. */
  align?: 'end' | undefined;
  nowrap?: boolean | undefined;
}

export interface TableProps<Row> {
  caption: string;
  /** Leaves the caption to screen readers when a heading above says the same. */
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
}

/** A ledger: sticky head on a desk, cards on a phone, a plain ruled table on paper. */
export const Table = <Row,>(props: TableProps<Row>): JSX.Element => {
  const captionId = createUniqueId();
  return (
    // A region that scrolls must be reachable without a mouse.
    <section class="ledger" tabindex="0" aria-labelledby={captionId}>
      <table class="table" role="table" aria-labelledby={captionId}>
        <caption id={captionId} classList={{ 'visually-hidden': props.captionHidden ?? false }}>
          {props.caption}
        </caption>
        <thead role="rowgroup">
          <tr role="row">
            <For each={props.columns}>
              {(column) => (
                <th role="columnheader" scope="col" data-align={column.align}>
                  {column.header}
                </th>
              )}
            </For>
          </tr>
        </thead>
        <tbody role="rowgroup">
          <For each={props.rows}>
            {(row) => (
              <tr role="row">
                <For each={props.columns}>
                  {(column) => (
                    <Show
                      when={column.isRowHeader}
                      fallback={
                        <td
                          role="cell"
                          data-label={column.header}
                          data-align={column.align}
                          data-nowrap={column.nowrap ? '' : undefined}
                        >
                          <div>{column.cell(row)}</div>
                        </td>
                      }
                    >
                      <th role="rowheader" scope="row" data-nowrap={column.nowrap ? '' : undefined}>
                        {column.cell(row)}
                      </th>
                    </Show>
                  )}
                </For>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
};

export interface PaginationProps {
  /** Where the pages are; absent at either end. */
  previousHref?: string | undefined;
  nextHref?: string | undefined;
  /** What this page shows: 「第 51–100 条」. */
  summary?: string | undefined;
}

/** Pages of a list read by cursor: there is a before and an after, but no page number to jump to. */
export const Pagination: Component<PaginationProps> = (props) => (
  <nav class="pages no-print" aria-label={t('pages.label')}>
    <p class="soft">{props.summary}</p>
    <div class="pages-links">
      <Show when={props.previousHref}>
        {(href) => <LinkButton href={href()}>{t('pages.previous')}</LinkButton>}
      </Show>
      <Show when={props.nextHref}>{(href) => <LinkButton href={href()}>{t('pages.next')}</LinkButton>}</Show>
    </div>
  </nav>
);
