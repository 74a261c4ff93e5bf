import type { CountedFigure } from '../../../../functions/issues/issues.words.ts';
import { formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { hrefWith } from '../campaigns/place.ts';
import { findingsWords } from '../findings/findings.words.ts';
import { targetWords } from '../targets/target-marks.ts';
import type { DeskFigures, ReportView } from './desk.queries.ts';
import { reportsWords } from './desk.words.ts';
import { deskRows } from './desk-rows.ts';

const { t } = reportsWords;

/** One line of a report, the same on the page, on paper and in the spreadsheet. */
export interface ReportLine {
  readonly key: string;
  readonly about: string;
  readonly what: string;
  /** Where what it counts stands as it is now. */
  readonly href: string;
  readonly part: number;
  /** None where it is no part of anything. */
  readonly whole: number | undefined;
  /** How much more or less than in the report before; none where that has no such line. */
  readonly changed: number | undefined;
}

interface Figure {
  readonly key: string;
  readonly about: 'issues' | 'coverage' | 'hours' | 'budget' | 'targets' | 'findings';
  readonly what: string;
  readonly href: string;
  readonly part: number;
  readonly whole?: number;
}

const number = (value: number): string => formatNumber(value, language());

/** Of the months both reports have, so that a month that fell out of the window doesn't look like a loss. */
const issueSum = ({ issues }: DeskFigures, months: readonly string[], field: string): number =>
  months.reduce((sum, month) => sum + (issues?.months[month]?.[field] ?? 0), 0);

const issueFigures = (figures: DeskFigures, months: readonly string[]): Figure[] => {
  if (!figures.issues) return [];
  const sum = (field: string): number => issueSum(figures, months, field);
  const inOrder = [...months].sort();
  const [from, to] = [inOrder[0], inOrder.at(-1)];
  const line = (name: string, what: string, part: CountedFigure, whole?: string): Figure => ({
    ...{ key: `issues.${name}`, about: 'issues', what, part: sum(part) },
    href: hrefWith('/admin/issues/counted', { figure: part, from, to }),
    ...(whole === undefined ? {} : { whole: sum(whole) }),
  });
  return [
    line('raised', t('issues.raised'), 'raised'),
    line('answered', t('issues.answered'), 'answered', 'raised'),
    line('solved', t('issues.solved'), 'solved', 'answered'),
    line('satisfied', t('issues.satisfied'), 'satisfied', 'answered'),
    line('in-time', t('issues.in-time'), 'resolvedInTime', 'resolved'),
    line('overdue', t('issues.overdue'), 'overdue'),
    line('returned', t('issues.returned'), 'returned'),
    line('reopened', t('issues.reopened'), 'reopened'),
  ];
};

const findingFigures = ({ findings }: DeskFigures): Figure[] =>
  (findings?.checks ?? []).map(({ check, late, grave }) => ({
    ...{ key: `findings.${check}`, about: 'findings', what: findingsWords.t(`check.${check}`) },
    ...{ href: `/admin/findings?check=${check}`, part: late + grave },
  }));

/** What was done of each figure of the year's plan; where nothing can be told yet, there is no line. */
const targetFigures = (targets: ReportView['targets']): Figure[] =>
  targets.flatMap(({ target, year, subject, unit, figure, done }): Figure[] =>
    done === undefined
      ? []
      : [
          {
            ...{
              key: `targets.${target}`,
              about: 'targets',
              what: targetWords({ subject, unit }),
              href: hrefWith('/admin/targets', { year: String(year), target }),
              part: done,
            },
            whole: figure,
          },
        ],
  );

const figuresOf = (
  { figures, targets }: Pick<ReportView, 'figures' | 'targets'>,
  months: readonly string[],
): Figure[] => [
  ...issueFigures(figures, months),
  ...deskRows(figures),
  ...targetFigures(targets),
  ...findingFigures(figures),
];

/** Everything a report says, line by line, with what changed since the one before. */
export const reportLines = ({ figures, targets, before }: ReportView): readonly ReportLine[] => {
  const months = Object.keys(figures.issues?.months ?? {});
  const earlier = new Map(
    before ? figuresOf(before, months).map(({ key, part }) => [key, part] as const) : [],
  );
  return figuresOf({ figures, targets }, months).map(({ key, about, what, href, part, whole }) => {
    const then = earlier.get(key);
    return {
      ...{ key, about: t(`part.${about}`), what, href, part, whole },
      changed: then === undefined ? undefined : part - then,
    };
  });
};

const signed = (value: number): string => (value > 0 ? `+${number(value)}` : number(value));

/** The figure of a line as people read it: a rate with its counts, or a number. */
export const figureWords = ({ part, whole }: ReportLine): string =>
  whole === undefined ? number(part) : formatRate(part, whole, language());

export const changeWords = ({ changed }: ReportLine): string =>
  changed === undefined ? '' : signed(changed);
