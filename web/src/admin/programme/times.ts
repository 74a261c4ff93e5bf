import { instantFromEpochMilliseconds, parseInstant } from '../../../../functions/platform/runtime/time.ts';

const shanghai = 8 * 3_600_000;
const dayMilliseconds = 86_400_000;

/** A day and a time of it as they are written in a form. */
export interface DayAndTime {
  readonly day: string;
  readonly time: string;
}

/** As the contract takes it; what is no time stays as it was written, for the contract to say so. */
export const instantIn = ({ day, time }: DayAndTime): string =>
  /^\d\d?:\d\d$/.test(time.trim())
    ? `${day}T${time.trim().padStart(5, '0')}:00+08:00`
    : `${day} ${time}`.trim();

export const dayAndTimeOf = (instant: string): DayAndTime => {
  const local = instantFromEpochMilliseconds(Date.parse(parseInstant(instant)) + shanghai);
  return { day: local.slice(0, 10), time: local.slice(11, 16) };
};

/** The same time on the day after. */
export const dayLater = (instant: string): string => {
  const at = Date.parse(instant);
  return Number.isNaN(at) ? instant : new Date(at + dayMilliseconds).toISOString();
};
