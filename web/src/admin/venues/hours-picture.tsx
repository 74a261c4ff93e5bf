import { type Component, For, Show } from 'solid-js';
import { missingReasons, venueKinds } from '../../../../functions/venues/venues.words.ts';
import { formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { Bar } from '../../ui/bar.tsx';
import { reasonWords } from './missing.tsx';
import { duration, isMet } from './venue-marks.tsx';
import type { HoursRow } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

interface Line {
  readonly name: string;
  readonly words: string;
  readonly part: number;
  readonly whole: number;
  readonly tone: 'ok' | 'warn' | 'bad';
}

/** Of each kind of venue, how many kept the promise. */
const keptByKind = (rows: readonly HoursRow[]): readonly Line[] =>
  venueKinds.flatMap((kind) => {
    const own = rows.filter((row) => row.kind === kind && row.policy !== undefined);
    if (own.length === 0) return [];
    const part = own.filter(isMet).length;
    return [
      {
        ...{ name: t(`kind.${kind}`), words: formatRate(part, own.length, language()) },
        ...{ part, whole: own.length, tone: part === own.length ? ('ok' as const) : ('warn' as const) },
      },
    ];
  });

/** What hours are missing for, the most first; the longest bar is the most. */
const missingByReason = (rows: readonly HoursRow[]): readonly Line[] => {
  const sums = missingReasons
    .map((why) => ({
      why,
      minutes: rows
        .flatMap(({ missing }) => missing)
        .filter((one) => one.why === why)
        .reduce((sum, { minutes }) => sum + minutes, 0),
    }))
    .filter(({ minutes }) => minutes > 0)
    .sort((a, b) => b.minutes - a.minutes);
  const most = sums[0]?.minutes ?? 0;
  return sums.map(({ why, minutes }) => ({
    ...{ name: reasonWords(why), words: duration(minutes), part: minutes, whole: most },
    tone: why === 'holiday' || why === 'closed-announced' ? ('ok' as const) : ('bad' as const),
  }));
};

const Lines: Component<{ title: string; lines: readonly Line[] }> = (props) => (
  <Show when={props.lines.length > 0}>
    <section class="stack keep-together" aria-label={props.title}>
      <h3>{props.title}</h3>
      <dl class="hours-lines">
        <For each={props.lines}>
          {(line) => (
            <div>
              <dt>{line.name}</dt>
              <dd>
                {line.words}
                <Bar part={line.part} whole={line.whole} tone={line.tone} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </section>
  </Show>
);

/** A week of all venues at a glance; the table below has every figure. */
export const HoursPicture: Component<{ rows: readonly HoursRow[] }> = (props) => (
  <div class="venue-columns">
    <Lines title={t('picture.kept')} lines={keptByKind(props.rows)} />
    <Lines title={t('picture.missing')} lines={missingByReason(props.rows)} />
  </div>
);
