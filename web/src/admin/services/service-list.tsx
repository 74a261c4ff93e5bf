import { type JSX, Show } from 'solid-js';
import { EmptyState } from '../../ui/state.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { ListFoot } from '../shell/list-foot.tsx';
import type { ListPages } from '../shell/list-pages.ts';

interface ServiceListProps<Row> {
  page:
    | { readonly rows: readonly Row[]; readonly next?: string | undefined; readonly asOf: string }
    | undefined;
  pages: ListPages;
  hrefOf: (cursor: string | undefined) => string;
  caption: string;
  columns: readonly Column<Row>[];
  /** Said where there is nothing. */
  empty: string;
  emptyText?: string | undefined;
  /** How many are on this page, in the words of the list. */
  summary: (n: number) => string;
  renew: () => Promise<unknown>;
}

/** A page of a ledger, once it is known: its rows or that there are none, and the pages beside it. */
export const ServiceList = <Row,>(props: ServiceListProps<Row>): JSX.Element => (
  <Show when={props.page}>
    {(known) => (
      <>
        <Show
          when={known().rows.length > 0}
          fallback={<EmptyState title={props.empty}>{props.emptyText}</EmptyState>}
        >
          <Table caption={props.caption} columns={props.columns} rows={known().rows} />
        </Show>
        <ListFoot
          summary={props.summary(known().rows.length)}
          asOf={known().asOf}
          cursor={props.pages.cursor()}
          previousHref={props.pages.previousHref()}
          next={known().next}
          hrefOf={props.hrefOf}
          renew={props.renew}
        />
      </>
    )}
  </Show>
);
