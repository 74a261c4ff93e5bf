import { formatDate, formatNumber, formatYuan } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { inScope, unvisited } from '../campaigns/coverage-columns.tsx';
import type { DeskFigures } from './desk.queries.ts';
import { deskWords } from './desk.words.ts';

const { t } = deskWords;

/** One figure of a desk: what it is of, as a part of a whole, and the way to what is behind it. */
export interface DeskRow {
  readonly key: string;
  readonly about: 'coverage' | 'hours' | 'budget';
  readonly what: string;
  readonly href: string;
  readonly part: number;
  readonly whole: number;
  readonly more: string;
}

const number = (value: number): string => formatNumber(value, language());
const yuan = (fen: number): string => formatYuan(fen, language());
const minutesOfHour = 60;
const hours = (minutes: number): string => number(Math.round(minutes / minutesOfHour));
const fenPerYuan = 100;
/** Whole yuan, rounded down as everywhere else. */
const inYuan = (fen: number): number => Math.floor(fen / fenPerYuan);

const coverageRows = ({ coverage = [] }: DeskFigures): DeskRow[] =>
  coverage.map(({ campaign, name, to, counts }) => ({
    key: campaign,
    about: 'coverage',
    what: t('coverage', { campaign: name }),
    href: `/admin/campaigns/${campaign}`,
    part: counts.visited,
    whole: inScope(counts),
    more: t('coverage.more', { n: number(unvisited(counts)), to: formatDate(to, language()) }),
  }));

const hoursRows = ({ hours: kept }: DeskFigures): DeskRow[] =>
  kept === undefined || kept.venues === 0
    ? []
    : [
        {
          key: 'hours',
          about: 'hours',
          what: t('hours', { week: kept.week }),
          href: `/admin/venue-hours?week=${kept.week}`,
          part: kept.meeting,
          whole: kept.venues,
          more: t('hours.more', { planned: hours(kept.planned), actual: hours(kept.actual) }),
        },
      ];

const budgetRows = ({ budget }: DeskFigures): DeskRow[] => {
  if (!budget) return [];
  const { year, homes, money } = budget;
  const href = `/admin/renovation-funds?year=${year}`;
  const rows: DeskRow[] = [];
  if (homes)
    rows.push({
      ...{
        key: 'homes',
        about: 'budget',
        what: t('homes', { year }),
        href,
        part: homes.spent,
        whole: homes.total,
      },
      more: t('homes.more', {
        ...{ spent: number(homes.spent), reserved: number(homes.reserved), left: number(homes.left) },
      }),
    });
  if (money) {
    rows.push({
      ...{ key: 'money', about: 'budget', what: t('money', { year }), href },
      ...{ part: inYuan(money.spent + money.reserved), whole: inYuan(money.total) },
      more: t('money.more', {
        ...{ spent: yuan(money.spent), reserved: yuan(money.reserved), left: yuan(money.left) },
      }),
    });
  }
  return rows;
};

/** Every figure there is at a place, in the order of the working day. */
export const deskRows = (figures: DeskFigures): readonly DeskRow[] => [
  ...coverageRows(figures),
  ...hoursRows(figures),
  ...budgetRows(figures),
];
