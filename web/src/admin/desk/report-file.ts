import { reportsWords } from './desk.words.ts';
import type { ReportLine } from './report-lines.ts';

const { t } = reportsWords;

/** The weekly report as a spreadsheet takes it: its lines as numbers, and above them of what and when they are. */
export const reportTable = (
  title: string,
  lead: string,
  lines: readonly ReportLine[],
): readonly (readonly (string | number)[])[] => [
  [title],
  [lead],
  [
    ...[
      t('report.column.part'),
      t('report.column.what'),
      t('report.column.figure'),
      t('report.column.whole'),
    ],
    t('report.column.changed'),
  ],
  ...lines.map(({ about, what, part, whole = '', changed = '' }) => [about, what, part, whole, changed]),
];
