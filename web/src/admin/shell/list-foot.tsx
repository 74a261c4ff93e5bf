import { A } from '@solidjs/router';
import { type Component, createSignal, type JSX, type ParentComponent, Show } from 'solid-js';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Pagination } from '../../ui/table.tsx';
import { adminWords } from '../admin.words.ts';

const { t } = adminWords;

interface AsOfProps {
  /** Undefined until it is known. */
  asOf: string | undefined;
  renew: () => Promise<unknown>;
}

/** As of when something is, and reading it again; more of the same line goes inside. */
export const AsOf: ParentComponent<AsOfProps> = (props) => {
  const [renewing, setRenewing] = createSignal(false);
  const renew = async (): Promise<void> => {
    setRenewing(true);
    await props.renew().finally(() => setRenewing(false));
  };
  return (
    <div class="row soft no-print">
      <Show when={props.asOf}>
        {(asOf) => <p>{t('list.as-of', { when: formatMoment(asOf(), language()) })}</p>}
      </Show>
      <Button kind="quiet" busy={renewing()} onPress={() => void renew()}>
        {renewing() ? t('list.refreshing') : t('list.refresh')}
      </Button>
      {props.children}
    </div>
  );
};

interface ListFootProps extends AsOfProps {
  /** How many are on this page, in the words of the list. */
  summary: string;
  cursor: string | undefined;
  previousHref?: string | undefined;
  next: string | undefined;
  /** Address of a page of this list; of its first without a cursor. */
  hrefOf: (cursor: string | undefined) => string;
  children?: JSX.Element;
}

/** Below a list: the pages beside it, as of when it is, and reading it again. */
export const ListFoot: Component<ListFootProps> = (props) => (
  <>
    <Pagination
      previousHref={props.previousHref}
      nextHref={props.next === undefined ? undefined : props.hrefOf(props.next)}
      summary={props.summary}
    />
    <AsOf asOf={props.asOf} renew={props.renew}>
      {props.children}
      <Show when={props.cursor !== undefined}>
        <A href={props.hrefOf(undefined)}>{t('list.first-page')}</A>
      </Show>
    </AsOf>
  </>
);
