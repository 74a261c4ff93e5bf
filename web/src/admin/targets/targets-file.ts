import { subjectWords } from './target-marks.ts';
import type { TargetsView } from './targets.queries.ts';
import { targetsWords } from './targets.words.ts';

const { t } = targetsWords;

const fenInYuan = 100;

/** Targets and money as a spreadsheet takes them: figures as numbers, above them of what and when they are. */
export const targetsTable = (
  title: string,
  asOf: string,
  { rows, budgets }: Pick<TargetsView, 'rows' | 'budgets'>,
  nameOf: (node: string) => string,
): readonly (readonly (string | number)[])[] => [
  [title],
  [asOf],
  [
    ...[t('target.what'), t('target.unit'), t('target.figure'), t('target.progress'), t('target.line')],
    ...[t('target.forecast'), t('target.gap'), t('target.stands')],
  ],
  ...rows.map(({ subject, unit, figure, done = '', line, forecast = '', gap = '', stands }) => [
    ...[subjectWords(subject), t(`unit.${unit}`), figure, done, line, forecast, gap],
    t(`target.stands.${stands}`),
  ]),
  ...(budgets.length === 0
    ? []
    : [
        [t('budgets')],
        [
          ...[t('budget.place'), t('budget.total'), t('budget.reserved'), t('budget.spent')],
          ...[t('budget.left'), t('budget.stands')],
        ],
        ...budgets.map(({ node, total, reserved, spent, left, stands }) => [
          nameOf(node),
          ...[total, reserved, spent, left].map((fen) => fen / fenInYuan),
          t(`budget.stands.${stands}`),
        ]),
      ]),
];
