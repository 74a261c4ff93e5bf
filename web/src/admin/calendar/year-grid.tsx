import { type Component, For, Show } from 'solid-js';
import { addDays, dayOfWeek, parseLocalDate } from '../../../../functions/platform/runtime/time.ts';
import type { CalendarYearView } from '../queries.ts';
import { calendarWords } from './calendar.words.ts';

const { t } = calendarWords;

type LoadedYear = Extract<CalendarYearView, { loaded: true }>;

interface Day {
  readonly date: string;
  readonly number: number;
  readonly kind: 'off' | 'work' | 'weekend' | undefined;
  readonly name: string | undefined;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** A month as weeks from Monday on; days of other months are left out. */
const weeksOf = (calendar: LoadedYear, month: number): (Day | undefined)[][] => {
  const off = new Map<string, string | undefined>(calendar.holidays.map(({ date, name }) => [date, name]));
  const work = new Map<string, string | undefined>(calendar.makeUpDays.map(({ date, name }) => [date, name]));
  const kindOf = (date: string, weekday: number): Day['kind'] => {
    if (off.has(date)) return 'off';
    if (work.has(date)) return 'work';
    return weekday >= 6 ? 'weekend' : undefined;
  };
  const first = parseLocalDate(`${calendar.year}-${twoDigits(month)}-01`);
  const weeks: (Day | undefined)[][] = [];
  for (let date = first; Number(date.slice(5, 7)) === month; date = addDays(date, 1)) {
    const weekday = dayOfWeek(date);
    if (weeks.length === 0 || weekday === 1) weeks.push(weekdays.map(() => undefined));
    const week = weeks.at(-1);
    if (week !== undefined) {
      week[weekday - 1] = {
        date,
        number: Number(date.slice(8)),
        kind: kindOf(date, weekday),
        name: off.get(date) ?? work.get(date),
      };
    }
  }
  return weeks;
};

/** Twelve small tables; what a day is stands in it as a word, the colour only repeats it. */
export const YearGrid: Component<{ calendar: LoadedYear }> = (props) => (
  <div class="year">
    <For each={months}>
      {(month) => (
        <table class="month">
          <caption>{t('calendar.month', { year: props.calendar.year, month })}</caption>
          <thead>
            <tr>
              <For each={weekdays}>{(day) => <th scope="col">{t(`calendar.weekday.${day}`)}</th>}</For>
            </tr>
          </thead>
          <tbody>
            <For each={weeksOf(props.calendar, month)}>
              {(week) => (
                <tr>
                  <For each={week}>{(day) => <DayCell day={day} />}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      )}
    </For>
  </div>
);

const DayCell: Component<{ day: Day | undefined }> = (props) => (
  <td data-kind={props.day?.kind} title={props.day?.name}>
    <Show when={props.day}>
      {(day) => (
        <>
          <time datetime={day().date}>{day().number}</time>
          <Show when={day().kind === 'off' || day().kind === 'work' ? day().kind : undefined}>
            {(kind) => <span class="day-word">{t(kind() === 'off' ? 'calendar.off' : 'calendar.work')}</span>}
          </Show>
          <Show when={day().kind === 'weekend'}>
            <span class="visually-hidden">{t('calendar.weekend')}</span>
          </Show>
          <Show when={day().name}>{(name) => <span class="visually-hidden">{name()}</span>}</Show>
        </>
      )}
    </Show>
  </td>
);
