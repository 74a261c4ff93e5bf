import type { Component } from 'solid-js';
import { localDateOf, parseInstant } from '../../../../functions/platform/runtime/time.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { ActivityRow, Session } from './programme.queries.ts';
import { programmeWords } from './programme.words.ts';

const { t } = programmeWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());
export const timeOf = (instant: string): string => moment(instant).slice(-5);
export const dayOf = (instant: string): string => localDateOf(parseInstant(instant));

/** A date with its end; the day of the end only where it is another one. */
export const spanWords = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  dayOf(from) === dayOf(to)
    ? `${moment(from)}–${timeOf(to)}`
    : t('activity.span', { from: moment(from), to: moment(to) });

const activityTones = {
  draft: 'warn',
  published: 'ok',
  cancelled: 'bad',
  ended: 'neutral',
} as const satisfies Record<ActivityRow['state'], string>;

export const ActivityTag: Component<{ state: ActivityRow['state'] }> = (props) => (
  <StatusTag tone={activityTones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

const sessionTones = {
  planned: 'info',
  cancelled: 'bad',
  held: 'ok',
} as const satisfies Record<Session['state'], string>;

export const SessionTag: Component<{ state: Session['state'] }> = (props) => (
  <StatusTag tone={sessionTones[props.state]}>{t(`session.${props.state}`)}</StatusTag>
);

export const audienceWords = ({ who, fromAge: from, toAge: to }: ActivityRow['audience']): string => {
  const words = t(`audience.${who}`);
  if (from !== undefined && to !== undefined) return t('audience.ages', { who: words, from, to });
  if (from !== undefined) return t('audience.from', { who: words, from });
  return to === undefined ? words : t('audience.to', { who: words, to });
};
