// biome-ignore-all lint/a11y/noRedundantRoles: older Safari drops the roles of a table laid out as a list of days.
import { A, createAsync } from '@solidjs/router';
import { type Component, For, Show } from 'solid-js';
import { type LocalDate, localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import { formatDate, formatMonth, formatTime, weekdayNames } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { LinkButton } from '../../ui/button.tsx';
import { cultureWords } from '../public.words.ts';
import { type ListedDate, readMonth } from './culture.queries.ts';
import { monthOf, monthsLater, weeksOf } from './month-days.ts';
import { datesWith, type OnFilter } from './on-filter.ts';
import './month.css';

const { t } = cultureWords;

/** Lines of one day; what is more stands on the day's own page. */
const linesOfDay = 3;

const DayCell: Component<{
  day: LocalDate;
  isToday: boolean;
  dates: readonly ListedDate[];
  dayHref: string;
}> = (props) => (
  <td
    role="cell"
    class="month-day"
    data-today={props.isToday ? '' : undefined}
    data-empty={props.dates.length === 0 ? '' : undefined}
    aria-current={props.isToday ? 'date' : undefined}
  >
    <p class="month-number">
      <time datetime={props.day}>
        <span class="month-number-short" aria-hidden="true">
          {Number(props.day.slice(8))}
        </span>
        <span class="month-number-long">{formatDate(props.day, language())}</span>
      </time>
      <Show when={props.isToday}> {t('month.today')}</Show>
    </p>
    <ul class="bare-list">
      <For each={props.dates.slice(0, linesOfDay)}>
        {(date) => (
          <li data-cancelled={date.state === 'cancelled' ? '' : undefined}>
            <A href={`/culture/activities/${date.activity}`}>
              {formatTime(date.from)} {date.title}
            </A>
            <Show when={date.state === 'cancelled'}> {t('on.cancelled')}</Show>
          </li>
        )}
      </For>
    </ul>
    <Show when={props.dates.length > linesOfDay}>
      <A href={props.dayHref}>
        {t('month.more', { count: props.dates.length - linesOfDay })}
        <span class="visually-hidden"> {formatDate(props.day, language())}</span>
      </A>
    </Show>
  </td>
);

interface MonthProps {
  node: string;
  /** As the address has it. */
  asked: string;
  filter: OnFilter;
  hrefOf: (changed: Readonly<Record<string, string>>) => string;
}

/** What is on in a month, a table from Monday to Sunday; on a phone the days on which there is something. */
export const Month: Component<MonthProps> = (props) => {
  const today = localDateOf(parseInstant(new Date().toISOString()));
  const month = (): string => monthOf(props.asked, today);
  const thisMonth = today.slice(0, 7);
  const dates = createAsync(() => readMonth(props.node, month()));
  const onDay = (all: readonly ListedDate[], day: LocalDate): ListedDate[] =>
    datesWith(all, props.filter).filter(({ from }) => localDateOf(from) === day);
  /** A week a phone leaves out: a row without any day would be no row. */
  const hasNothing = (all: readonly ListedDate[], week: readonly (LocalDate | undefined)[]): boolean =>
    week.every((day) => day === undefined || (day !== today && onDay(all, day).length === 0));
  return (
    <section class="stack">
      <div class="row">
        <h2>{formatMonth(month(), language())}</h2>
        <Show when={month() > thisMonth}>
          <LinkButton href={props.hrefOf({ month: monthsLater(month(), -1) })}>
            {t('month.before')}
          </LinkButton>
        </Show>
        <LinkButton href={props.hrefOf({ month: monthsLater(month(), 1) })}>{t('month.after')}</LinkButton>
      </div>
      <Show when={dates()}>
        {(known) => (
          <>
            <Show when={datesWith(known(), props.filter).length === 0}>
              <p>{t('month.none')}</p>
            </Show>
            <table class="month" role="table" aria-label={formatMonth(month(), language())}>
              <thead role="rowgroup">
                <tr role="row">
                  <For each={weekdayNames(language())}>
                    {(name) => (
                      <th role="columnheader" scope="col">
                        {name}
                      </th>
                    )}
                  </For>
                </tr>
              </thead>
              <tbody role="rowgroup">
                <For each={weeksOf(month())}>
                  {(week) => (
                    <tr role="row" data-empty={hasNothing(known(), week) ? '' : undefined}>
                      <For each={week}>
                        {(day) => (
                          <Show when={day} fallback={<td role="cell" class="month-day" data-empty="" />}>
                            {(one) => (
                              <DayCell
                                day={one()}
                                isToday={one() === today}
                                dates={onDay(known(), one())}
                                dayHref={props.hrefOf({ month: '', day: one() })}
                              />
                            )}
                          </Show>
                        )}
                      </For>
                    </tr>
                  )}
                </For>
              </tbody>
            </table>
          </>
        )}
      </Show>
    </section>
  );
};
