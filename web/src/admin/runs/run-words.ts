import { skipReasons } from '../../../../functions/platform/contract/schedule.ts';
import { formatMoment, formatNumber } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import type { RunRow } from './runs.queries.ts';
import { runsWords } from './runs.words.ts';

const { t } = runsWords;

export const number = (value: number): string => formatNumber(value, language());
export const moment = (instant: string): string => formatMoment(instant, language());

const twoDigits = (text: string): string => text.padStart(2, '0');

/** When a schedule runs, of the forms there are: minutes, an hour's minute, a day's time, a Monday's. */
export const whenWords = (cron: string): string => {
  const [minutes = '', hours = '', , , weekday = ''] = cron.slice('cron('.length, -1).split(' ');
  const step = /^\d+\/(\d+)$/.exec(minutes)?.[1];
  if (hours === '*') {
    if (minutes === '*') return t('when.minute');
    return step === undefined
      ? t('when.hour', { minute: twoDigits(minutes) })
      : t('when.minutes', { n: step });
  }
  const time = `${twoDigits(hours)}:${twoDigits(minutes)}`;
  if (weekday === 'MON') return t('when.monday', { time });
  return weekday === '?' || weekday === '*' ? t('when.day', { time }) : t('when.other');
};

const milliseconds = ({ startedAt, finishedAt }: RunRow): number =>
  Date.parse(finishedAt) - Date.parse(startedAt);

export const tookWords = (run: RunRow): string =>
  t('run.took', { seconds: (Math.max(0, milliseconds(run)) / 1000).toFixed(1) });

/** Minutes a run may be late without anybody being told. */
const onTime = 5;

/** How far from its time it ran. */
export const punctualityWords = ({ scheduledAt, startedAt }: RunRow): string => {
  const minutes = Math.floor((Date.parse(startedAt) - Date.parse(scheduledAt)) / 60_000);
  if (minutes < 0) return t('run.early', { when: moment(scheduledAt) });
  return minutes < onTime
    ? t('run.on-time')
    : t('run.late', { minutes: number(minutes), when: moment(scheduledAt) });
};

/** What was odd about a run, and what it let be; one sentence each. */
export const remarksOf = (run: RunRow): readonly string[] => [
  punctualityWords(run),
  ...(run.brokenOff ? [t('run.broken-off')] : []),
  ...(run.again ? [t('run.again')] : []),
  ...(run.clockWas === undefined ? [] : [t('run.clock', { when: moment(run.clockWas) })]),
  ...(run.unended === undefined || run.clockWas !== undefined
    ? []
    : [t('run.unended', { when: moment(run.unended) })]),
];

export const skippedWords = ({ skipped = {} }: RunRow): readonly string[] =>
  skipReasons.flatMap((reason) => {
    const n = skipped[reason] ?? 0;
    return n > 0 ? [t(`skip.${reason}`, { n: number(n) })] : [];
  });
