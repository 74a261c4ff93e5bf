import { type Component, createResource, For, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import { callLight } from '../../api/client.ts';
import { StatusTag } from '../../ui/notice.tsx';
import { today } from '../round/clock.ts';
import { type HomesToVisitAgain, routes } from '../service.ts';
import { followUpsWords } from './follow-ups.words.ts';

const { t } = followUpsWords;

type Row = HomesToVisitAgain['rows'][number];
/** What is due in the officer's whole area. Never throws: without a network today's page at the desk has to do. */
const readDue = async (): Promise<HomesToVisitAgain | undefined> => {
  try {
    const { scope } = (await callLight(routes.whoAmI)).body;
    return (await callLight(routes.renovations, { query: { node: scope, list: 'follow-ups' } })).body;
  } catch {
    return undefined;
  }
};

/**
 * Homes that were made accessible three or twelve months ago, whose planned visit has come, the first planned first.
 * Nothing when there is none: most rounds have none.
 */
export const FollowUpsList: Component<{ staffId: string }> = (props) => {
  // Somebody else's are asked for anew.
  const [due] = createResource(() => props.staffId, readDue);
  return (
    <Show when={due.latest?.rows.length}>
      {(count) => (
        <section class="stack">
          <h2>{t('title', { n: count() })}</h2>
          <p class="soft">{t('record')}</p>
          <ol class="stops">
            <For each={due.latest?.rows}>{(row) => <Item row={row} />}</For>
          </ol>
          <Show when={due.latest?.next}>
            <p class="soft">{t('more')}</p>
          </Show>
        </section>
      )}
    </Show>
  );
};

const Item: Component<{ row: Row }> = (props) => (
  <li>
    {/* The desk is another tree, which this app doesn't keep on the phone. */}
    <a class="stop" href={`/admin/renovations/${props.row.reference}`} rel="external">
      <span class="stop-address">{formatReference(props.row.reference)}</span>
      <span class="stop-who">{props.row.name}</span>
      <Show when={props.row.followUpOn}>
        {(day) => (
          <span class="stop-tags">
            <StatusTag tone={day() < today() ? 'bad' : 'neutral'}>
              {t(day() < today() ? 'late' : 'due', { day: day().slice(5) })}
            </StatusTag>
          </span>
        )}
      </Show>
    </a>
  </li>
);
