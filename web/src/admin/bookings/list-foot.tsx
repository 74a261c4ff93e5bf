import { A } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { Button } from '../../ui/button.tsx';
import { Pagination } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { moment } from './booking-marks.tsx';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;

interface ListFootProps {
  page: { readonly rows: readonly unknown[]; readonly next?: string | undefined; readonly asOf: string };
  cursor: string | undefined;
  previousHref: string | undefined;
  /** Address of a page of this list; of its first without a cursor. */
  hrefOf: (cursor?: string) => string;
  renew: () => Promise<void>;
}

/** Below a list: the pages beside it, as of when it is, and reading it again. */
export const ListFoot: Component<ListFootProps> = (props) => {
  const [renewing, setRenewing] = createSignal(false);
  const renew = async (): Promise<void> => {
    setRenewing(true);
    await props.renew().finally(() => setRenewing(false));
  };
  return (
    <>
      <Pagination
        previousHref={props.previousHref}
        nextHref={props.page.next === undefined ? undefined : props.hrefOf(props.page.next)}
        summary={t('roster.counts', { n: props.page.rows.length })}
      />
      <div class="row soft no-print">
        <p>{adminWords.t('list.as-of', { when: moment(props.page.asOf) })}</p>
        <Button kind="quiet" busy={renewing()} onPress={() => void renew()}>
          {renewing() ? adminWords.t('list.refreshing') : adminWords.t('list.refresh')}
        </Button>
        <Show when={props.cursor !== undefined && props.previousHref === undefined}>
          <A href={props.hrefOf()}>{t('roster.first-page')}</A>
        </Show>
      </div>
    </>
  );
};
