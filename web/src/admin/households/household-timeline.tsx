import { A, createAsync } from '@solidjs/router';
import { type Component, createSignal, Show } from 'solid-js';
import { formatReference } from '../../../../functions/platform/contract/reference.rules.ts';
import type { PersonalLedger } from '../../../../functions/services/services.words.ts';
import { deskRoles } from '../../../../functions/visits/visits.actions.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Button } from '../../ui/button.tsx';
import { Timeline, type TimelineEntry } from '../../ui/facts.tsx';
import { useDesk } from '../shell/desk.ts';
import { readTimeline, type TimelinePage } from './households.queries.ts';
import { householdsWords } from './households.words.ts';
import { issueCategoryWords, issueStateWords, visitOutcomeWords } from './timeline-words.ts';

const { t } = householdsWords;
type Row = TimelinePage['rows'][number];

/** Where the record of a service is; a ledger this page doesn't know leads nowhere. */
const recordPages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    handouts: '/admin/services/devices/handouts',
    memberships: '/admin/services/members',
    receipts: '/admin/services/receipts',
    helps: '/admin/services/helps',
  } satisfies Record<PersonalLedger, string>),
);

/** Only who keeps such records is told which one it is. */
const recordOf = ({ ledger, record }: Extract<Row, { type: 'service' }>) => {
  const page = ledger === undefined ? undefined : recordPages.get(ledger);
  return page === undefined || record === undefined ? undefined : { href: `${page}/${record}`, record };
};

/** Visits, issues and what became of the household, in one view, the newest first. */
export const HouseholdTimeline: Component<{ household: string }> = (props) => {
  const desk = useDesk();
  const [pages, setPages] = createSignal<readonly string[]>([]);
  const rows = createAsync(
    async () => {
      const read = await Promise.all(
        [undefined, ...pages()].map((cursor) => readTimeline(props.household, cursor)),
      );
      return { rows: read.flatMap((page) => page.rows), next: read.at(-1)?.next };
    },
    { deferStream: false },
  );
  // Whoever only visits may look at what they recorded themselves.
  const maySee = (by: string): boolean => desk.holds(...deskRoles) || desk.session()?.name === by;
  const serviceBody = (row: Extract<Row, { type: 'service' }>): Pick<TimelineEntry, 'body'> => {
    const kept = recordOf(row);
    if (kept === undefined) return {};
    return {
      body: (
        <p>
          <A href={desk.keepNode(kept.href)}>{formatReference(kept.record)}</A>
        </p>
      ),
    };
  };
  const entryOf = (row: Row): TimelineEntry => ({
    when: formatMoment(row.at, language()),
    instant: row.at,
    ...entryWords(row),
    ...(row.type === 'visit' && maySee(row.by)
      ? {
          body: (
            <p>
              <A href={desk.keepNode(`/admin/visits/${row.visit}`)}>{t('timeline.visit.open')}</A>
            </p>
          ),
        }
      : {}),
    ...(row.type === 'renovation'
      ? {
          body: (
            <p>
              <A href={desk.keepNode(`/admin/renovations/${row.renovation}`)}>
                {formatReference(row.renovation)}
              </A>
            </p>
          ),
        }
      : {}),
    ...(row.type === 'service' ? serviceBody(row) : {}),
    ...(row.type === 'issue'
      ? {
          body: (
            <p>
              <A href={desk.keepNode(`/admin/issues/${row.reference}`)}>{formatReference(row.reference)}</A>{' '}
              {row.what}
            </p>
          ),
        }
      : {}),
  });
  return (
    <Show when={rows()}>
      {(known) => (
        <>
          <Show when={known().rows.length > 0} fallback={<p class="soft">{t('timeline.empty')}</p>}>
            <Timeline entries={known().rows.map(entryOf)} />
          </Show>
          <Show when={known().next}>
            {(next) => (
              <Button onPress={() => setPages((before) => [...before, next()])}>{t('timeline.more')}</Button>
            )}
          </Show>
        </>
      )}
    </Show>
  );
};

const entryWords = (row: Row): Pick<TimelineEntry, 'title' | 'tone' | 'who'> => {
  switch (row.type) {
    case 'registered':
      return { title: t(`timeline.registered.${row.source}`), tone: 'neutral' };
    case 'departed':
      return {
        title: t('timeline.departed', { reason: t(`departure.${row.reason}`) }),
        tone: 'warn',
        who: row.by,
      };
    case 'visit':
      return {
        title: t('timeline.visit', { outcome: visitOutcomeWords(row.outcome), issues: row.issues }),
        tone: row.outcome === 'met' ? 'ok' : 'neutral',
        who: row.by,
      };
    case 'issue':
      return {
        title: t('timeline.issue', {
          category: issueCategoryWords(row.category),
          state: issueStateWords(row.state),
        }),
        tone: 'info',
      };
    case 'service':
      return {
        title: t(row.service === undefined ? 'timeline.service' : `timeline.${row.service}`),
        tone: 'ok',
      };
    case 'renovation':
      return {
        title: t(`timeline.renovation.${row.milestone}`),
        tone: row.milestone === 'accepted' ? 'ok' : 'info',
      };
  }
};
