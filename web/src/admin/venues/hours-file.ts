import { missingReasons } from '../../../../functions/venues/venues.words.ts';
import type { Desk } from '../shell/desk.ts';
import { reasonWords } from './missing.tsx';
import { isMet } from './venue-marks.tsx';
import type { HoursRow } from './venues.queries.ts';
import { venuesWords } from './venues.words.ts';

const { t } = venuesWords;

const minutesPerHour = 60;

/** Hours as a spreadsheet takes them: 42.5. */
const inHours = (minutes: number): number => Math.round((minutes / minutesPerHour) * 100) / 100;

/** The weekly report as a table: a line for each venue, a column for each reason. */
export const hoursTable = (
  rows: readonly HoursRow[],
  desk: Pick<Desk, 'placeOf'>,
): readonly (string | number)[][] => [
  [
    ...[t('list.name'), t('list.kind'), t('list.where'), t('file.week'), t('report.verdict')],
    ...[t('file.promise'), t('file.planned'), t('file.actual'), t('file.off-peak'), t('file.gap')],
    ...missingReasons.map((why) => t('file.missing', { why: reasonWords(why) })),
  ],
  ...rows.map((row) => [
    ...[row.name, t(`kind.${row.kind}`), desk.placeOf(row.node), row.week],
    t(isMet(row) ? 'report.met' : 'file.not-met'),
    row.policy === undefined ? '' : inHours(row.policy),
    ...[inHours(row.planned), row.stage === 'ahead' ? '' : inHours(row.actual)],
    ...[inHours(row.stage === 'ahead' ? row.offPeakPlanned : row.offPeakActual), inHours(row.gap)],
    ...missingReasons.map((why) =>
      inHours(row.missing.filter((one) => one.why === why).reduce((sum, { minutes }) => sum + minutes, 0)),
    ),
  ]),
];
