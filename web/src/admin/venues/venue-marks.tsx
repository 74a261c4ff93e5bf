import type { Component } from 'solid-js';
import {
  instantFromEpochMilliseconds,
  type LocalDate,
  localDateOf,
  parseInstant,
} from '../../../../functions/platform/runtime/time.ts';
import { plannedSpans, type VenueHours } from '../../../../functions/venues/day-plan.rules.ts';
import { openNow } from '../../../../functions/venues/open-now.rules.ts';
import type { Span } from '../../../../functions/venues/venues.states.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { CalendarYearView } from '../queries.ts';
import { today } from '../shell/days.ts';
import type { HoursRow, VenueRow } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());
export const clock = (instant: string): string => moment(instant).slice(-5);

/** Minutes as hours and minutes: `42 h 30`. */
export const duration = (minutes: number): string => {
  const h = Math.floor(minutes / 60);
  const m = minutes % 60;
  return m === 0 ? t('hours.h', { h: number(h) }) : t('hours.hm', { h: number(h), m });
};

/** A share, cut off: a third is a third only when it is one. */
export const percent = (share: number): string => `${Math.floor(share * 100)}%`;

export const spansWords = (spans: readonly Span[]): string =>
  spans.length === 0 ? t('hours.closed') : spans.map(({ from, to }) => `${from}–${to}`).join(t('hours.and'));

/** Days off by the notice of a year that was read; none while it is on its way. */
export const holidaysOf =
  (year: CalendarYearView | undefined) =>
  (day: LocalDate): boolean =>
    (year?.loaded && year.holidays.some(({ date }) => date === day)) ?? false;

export const plannedToday = (venue: VenueHours, year: CalendarYearView | undefined): Span[] =>
  plannedSpans(venue, today(), holidaysOf(year));

/** By the timetable, as residents are told: open until when, or closed until when. */
export const OpenNowTag: Component<{
  venue: VenueHours & Pick<VenueRow, 'state'>;
  year: CalendarYearView | undefined;
}> = (props) => {
  const words = (): { tone: 'ok' | 'neutral' | 'warn'; text: string } => {
    if (props.venue.state !== 'open')
      return {
        tone: props.venue.state === 'planned' ? 'warn' : 'neutral',
        text: t(`state.${props.venue.state}`),
      };
    const now = instantFromEpochMilliseconds(Date.now());
    const { open, changesAt } = openNow(props.venue, now, holidaysOf(props.year));
    if (changesAt === undefined)
      return open ? { tone: 'ok', text: t('now.open') } : { tone: 'neutral', text: t('now.closed') };
    const when = localDateOf(parseInstant(changesAt)) === today() ? clock(changesAt) : moment(changesAt);
    return open
      ? { tone: 'ok', text: t('now.open-until', { when }) }
      : { tone: 'neutral', text: t('now.closed-until', { when }) };
  };
  return <StatusTag tone={words().tone}>{words().text}</StatusTag>;
};

export const isMet = ({ meets, stage }: Pick<HoursRow, 'meets' | 'stage'>): boolean =>
  stage === 'ahead' ? meets.planned : meets.hours && meets.offPeak;

export const MeetsTag: Component<{ met: boolean; words: string }> = (props) => (
  <StatusTag tone={props.met ? 'ok' : 'bad'}>{props.words}</StatusTag>
);
