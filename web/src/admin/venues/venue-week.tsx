import { A, createAsync, useSearchParams } from '@solidjs/router';
import { type Component, createSignal, For, Show } from 'solid-js';
import { mondayOf, weekOf } from '../../../../functions/calendar/iso-weeks.rules.ts';
import { addDays, type LocalDate } from '../../../../functions/platform/runtime/time.ts';
import { venuesContract } from '../../../../functions/venues/venues.contract.ts';
import { limits } from '../../../../functions/venues/venues.words.ts';
import { formatDate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { SubNav } from '../../ui/page.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { hrefWith } from '../campaigns/place.ts';
import { CommandDialog } from '../forms/command-dialog.tsx';
import { today } from '../shell/days.ts';
import { useDesk } from '../shell/desk.ts';
import { reasonWords } from './missing.tsx';
import { SpansField } from './spans-field.tsx';
import { timeIn } from './time-in.ts';
import { duration, MeetsTag, spansWords } from './venue-marks.tsx';
import {
  type DayHours,
  type OpeningView,
  readOpenings,
  readWeekHours,
  renewHours,
  type VenueView,
} from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;
const day = (date: string): string => formatDate(date, language());

/** Not open on these planned minutes, each with its reason. */
const MissingList: Component<{ of: DayHours }> = (props) => (
  <Show when={props.of.missing.length > 0} fallback={t('none')}>
    <ul class="venue-missing">
      <For each={props.of.missing}>
        {({ from, to, minutes, why }) => (
          <li>{t('hours.missing', { from, to, hours: duration(minutes), why: reasonWords(why) })}</li>
        )}
      </For>
    </ul>
  </Show>
);

const CorrectAction: Component<{ opening: OpeningView; of: DayHours }> = (props) => {
  const [spans, setSpans] = createSignal(props.of.open);
  const [reason, setReason] = createSignal('');
  return (
    <CommandDialog
      kind="quiet"
      row={venuesContract.routes.correction}
      params={{ venue: props.opening.venue, day: props.opening.day }}
      view={props.opening}
      label={t('correct')}
      title={t('correct.title', { day: day(props.opening.day) })}
      buttonLabel={t('correct.title', { day: day(props.opening.day) })}
      intro={t('correct.intro')}
      fields={{ spans: t('correct.spans'), reason: t('correct.reason') }}
      body={() => ({
        spans: spans().map(({ from, to }) => ({ from: timeIn(from), to: timeIn(to) })),
        reason: reason(),
      })}
      reset={() => {
        setSpans(props.of.open);
        setReason('');
      }}
      done={t('correct.done')}
      show={() => void renewHours()}
    >
      {(errorOf) => (
        <>
          <SpansField
            name="spans"
            legend={t('correct.spans')}
            spans={spans()}
            most={limits.recorded}
            onChange={setSpans}
            error={errorOf('spans')}
          />
          <TextArea
            name="reason"
            label={t('correct.reason')}
            limit={limits.reason}
            value={reason()}
            onInput={setReason}
            error={errorOf('reason')}
          />
        </>
      )}
    </CommandDialog>
  );
};

/** One week: planned, open, and why each missing hour is missing. */
export const VenueWeek: Component<{ view: VenueView }> = (props) => {
  const desk = useDesk();
  const [search] = useSearchParams();
  const thisWeek = (): string => weekOf(today());
  const week = (): string => {
    const asked = search['week'];
    return typeof asked === 'string' && mondayOf(asked) !== undefined ? asked : thisWeek();
  };
  const monday = (): LocalDate => mondayOf(week()) ?? today();
  const hours = createAsync(() => readWeekHours(props.view.venue, week()));
  const openings = createAsync(() => readOpenings(props.view.venue, monday(), addDays(monday(), 6)), {
    initialValue: [],
  });
  const hrefOf = (one: string): string =>
    desk.keepNode(hrefWith(`/admin/venues/${props.view.venue}`, { week: one }));
  const columns = (): readonly Column<DayHours>[] => [
    { key: 'day', header: t('hours.day'), isRowHeader: true, nowrap: true, cell: (one) => day(one.day) },
    { key: 'planned', header: t('report.planned'), cell: (one) => spansWords(one.hours) },
    {
      key: 'open',
      header: t('report.actual'),
      cell: (one) => (one.open.length === 0 ? t('none') : spansWords(one.open)),
    },
    { key: 'missing', header: t('report.missing'), cell: (one) => <MissingList of={one} /> },
    {
      key: 'correct',
      header: t('hours.corrections'),
      cell: (one) => (
        <Show when={openings().find((opening) => opening.day === one.day)}>
          {(opening) => (
            <>
              <For each={opening().corrections}>
                {({ by, reason }) => (
                  <span class="venue-sub">{t('correct.by', { name: by.name, reason })}</span>
                )}
              </For>
              <Show when={props.view.mayKeep && props.view.state === 'open' && one.day <= today()}>
                <CorrectAction opening={opening()} of={one} />
              </Show>
            </>
          )}
        </Show>
      ),
    },
  ];
  return (
    <section class="stack" aria-labelledby="week">
      <h2 id="week">{t('week.title')}</h2>
      <SubNav
        label={t('week.turn')}
        items={[
          { label: t('week.previous'), href: hrefOf(weekOf(addDays(monday(), -7))) },
          { label: t('week.this'), href: hrefOf(thisWeek()), current: week() === thisWeek() },
          { label: t('week.next'), href: hrefOf(weekOf(addDays(monday(), 7))) },
        ]}
      />
      <Show when={hours()}>
        {(known) => (
          <>
            <p>
              {t('week.sum', { planned: duration(known().planned), actual: duration(known().actual) })}{' '}
              <Show when={known().policy}>
                {(policy) => (
                  <MeetsTag
                    met={known().meets.hours && known().meets.offPeak}
                    words={
                      known().gap > 0
                        ? t('week.short', { gap: duration(known().gap), policy: duration(policy()) })
                        : t(known().meets.offPeak ? 'week.met' : 'report.off-peak-short', {
                            policy: duration(policy()),
                          })
                    }
                  />
                )}
              </Show>
            </p>
            <Table
              caption={t('week.period', { from: day(known().from), to: day(known().to) })}
              columns={columns()}
              rows={known().days}
            />
          </>
        )}
      </Show>
      <p class="no-print">
        <A href={desk.keepNode(hrefWith('/admin/venue-hours', { week: week() }))}>{t('week.report')}</A>
      </p>
    </section>
  );
};
