import type { Random } from './random.ts';

type Week = readonly (readonly string[])[];

const daily = (...spans: string[]): Week => Array.from({ length: 7 }, () => spans);
/** Closed on Mondays, as libraries and museums are. */
const notMondays = (...spans: string[]): Week => daily(...spans).with(0, []);
const weekdays = (...spans: string[]): Week =>
  daily(...spans)
    .with(5, [])
    .with(6, []);

/** 42 hours or more, in the evening and at the weekend too. */
const kept: readonly [Week, ...Week[]] = [
  notMondays('09:00-12:00', '17:00-21:00'),
  daily('08:30-11:30', '15:00-18:00'),
  notMondays('09:00-12:00', '14:00-17:00', '18:30-20:30'),
  daily('14:00-20:30'),
  daily('08:00-11:00', '16:30-20:30'),
];

/** What the Monday check finds: office hours only, or afternoons. */
const short: readonly [Week, ...Week[]] = [
  weekdays('09:00-12:00', '14:00-17:00'),
  notMondays('14:00-18:00'),
  weekdays('08:30-11:30', '14:30-17:30'),
];

/** Every community's centre keeps its hours but a few; of book rooms and activity rooms some more don't. */
export const timesOf = (index: number, random: Random): Week =>
  random.chance(index === 0 ? 0.04 : 0.12) ? random.oneOf(short) : random.oneOf(kept);

export const stationTimes = (random: Random): Week =>
  random.oneOf([notMondays('09:00-12:00', '14:00-21:00'), daily('09:00-20:00')]);

export const studyTimes: Week = daily('08:30-21:30');

/** The centre of the keeper one can sign in as: something is to be done there on every day of the week. */
export const keeperTimes: Week = daily('09:00-12:00', '14:30-20:30');
