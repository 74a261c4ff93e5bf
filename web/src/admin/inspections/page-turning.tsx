import { A } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Pagination } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';
import { inspectionsWords } from './inspections.words.ts';

const { t } = inspectionsWords;

interface PageTurningProps {
  page: { readonly rows: readonly unknown[]; readonly next?: string | undefined; readonly asOf: string };
  cursor: string | undefined;
  /** Address of a page of this list; of its first without a cursor. */
  hrefOf: (cursor?: string) => string;
  renew: () => Promise<void>;
}

/** Below a list: the next page, as of when it is, and reading it again. */
export const PageTurning: Component<PageTurningProps> = (props) => {
  const [renewing, setRenewing] = createSignal(false);
  const renew = async (): Promise<void> => {
    setRenewing(true);
    await props.renew().finally(() => setRenewing(false));
  };
  return (
    <>
      <Pagination
        nextHref={props.page.next === undefined ? undefined : props.hrefOf(props.page.next)}
        summary={t('list.count', { n: props.page.rows.length })}
      />
      <div class="row soft no-print">
        <p>{adminWords.t('list.as-of', { when: formatMoment(props.page.asOf, language()) })}</p>
        <Button kind="quiet" busy={renewing()} onPress={() => void renew()}>
          {renewing() ? adminWords.t('list.refreshing') : adminWords.t('list.refresh')}
        </Button>
        <Show when={props.cursor !== undefined}>
          <A href={props.hrefOf()}>{t('list.first-page')}</A>
        </Show>
      </div>
    </>
  );
};
