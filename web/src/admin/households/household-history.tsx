import { createAsync } from '@solidjs/router';
import { type Component, Show } from 'solid-js';
import { departureReasons } from '../../../../functions/households/households.words.ts';
import { formatMoment } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Timeline } from '../../ui/facts.tsx';
import { Notice } from '../../ui/notice.tsx';
import { readHouseholdHistory } from './households.queries.ts';
import { householdsWords } from './households.words.ts';

const { t } = householdsWords;

const kinds = [
  ...(['registered', 'details-changed', 'members-changed'] as const),
  ...(['departed', 'returned'] as const),
] as const;

const titleOf = (type: string): string => {
  const own = kinds.find((each) => type === each);
  return own === undefined ? type : t(`event.${own}`);
};

/** Of a departure the reason is one of a few; of other acts it is what somebody wrote. */
const reasonOf = (data: Readonly<Record<string, unknown>>): string | undefined => {
  const { reason } = data;
  if (typeof reason !== 'string') return undefined;
  const own = departureReasons.find((each) => each === reason);
  return own === undefined ? reason : t(`departure.${own}`);
};

/** Every change of the record and every look at its personal data, and whether nobody has altered it since. */
export const HouseholdHistory: Component<{ household: string }> = (props) => {
  const history = createAsync(() => readHouseholdHistory(props.household));
  return (
    <Show when={history()}>
      {(known) => (
        <>
          <Show
            when={known().whole}
            fallback={<Notice tone="bad">{t('history.broken', { n: known().brokenAt ?? 1 })}</Notice>}
          >
            <p class="soft">{t('history.whole', { n: known().events.length })}</p>
          </Show>
          <Timeline
            entries={[...known().events].reverse().map((event) => ({
              title: titleOf(event.type),
              when: formatMoment(event.at, language()),
              instant: event.at,
              who: event.by,
              body: (
                <Show when={reasonOf(event.data)}>
                  {(reason) => <p>{t('history.reason', { reason: reason() })}</p>}
                </Show>
              ),
            }))}
          />
        </>
      )}
    </Show>
  );
};
