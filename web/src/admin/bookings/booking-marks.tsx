import type { Component } from 'solid-js';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { StatusTag } from '../../ui/notice.tsx';
import type { EnrolmentView, OfferDate, OfferView, RoomBookingView } from './bookings.queries.ts';
import { bookingsWords } from './bookings.words.ts';

const { t } = bookingsWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());

const enrolmentTones = {
  waiting: 'info',
  held: 'warn',
  confirmed: 'ok',
  cancelled: 'neutral',
  lapsed: 'neutral',
  left: 'neutral',
} as const satisfies Record<EnrolmentView['state'], string>;

export const EnrolmentTag: Component<{ state: EnrolmentView['state'] }> = (props) => (
  <StatusTag tone={enrolmentTones[props.state]}>{t(`state.${props.state}`)}</StatusTag>
);

const offerTones = {
  'not-yet': 'info',
  open: 'ok',
  closed: 'neutral',
  'called-off': 'bad',
} as const satisfies Record<OfferView['state'], string>;

export const OfferTag: Component<{ state: OfferView['state'] }> = (props) => (
  <StatusTag tone={offerTones[props.state]}>{t(`offer.${props.state}`)}</StatusTag>
);

const roomTones = {
  requested: 'warn',
  booked: 'ok',
  refused: 'bad',
  cancelled: 'neutral',
  lapsed: 'neutral',
} as const satisfies Record<RoomBookingView['state'], string>;

export const RoomTag: Component<{ state: RoomBookingView['state'] }> = (props) => (
  <StatusTag tone={roomTones[props.state]}>{t(`room.state.${props.state}`)}</StatusTag>
);

export const whoWords = ({ who, age }: Pick<EnrolmentView, 'who'> & { age?: number | undefined }): string =>
  who === 'child' && age !== undefined ? t('who.child.age', { age }) : t(`who.${who}`);

export const dateWords = ({ from, place, calledOff }: OfferDate): string =>
  calledOff
    ? t('roster.date.called-off', { from: moment(from) })
    : t('roster.date', { from: moment(from), place });
