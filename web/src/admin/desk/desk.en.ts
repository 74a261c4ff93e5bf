import type { Translation } from '../../lib/i18n/i18n.ts';
import type { words as zh } from './desk.zh.ts';

export const words = {
  title: 'The figures of this place',
  caption: '{place}: how much is done',
  'as-of': 'As of {when}',
  'column.what': 'What',
  'column.rate': 'Rate',
  'column.more': 'Of these',
  nothing: 'There is no campaign under way here, no venue with hours to keep and no budget for homes.',
  coverage: 'Visits: {campaign}',
  'coverage.more': '{n} {n:household|households} nobody has met yet; it ends on {to}',
  hours: 'Venues open long enough ({week})',
  'hours.more': '{planned} {planned:hour|hours} planned, {actual} {actual:hour|hours} open',
  homes: 'Homes made accessible in {year}',
  'homes.more': '{spent} done, {reserved} approved and under way, {left} more can be approved',
  money: 'Budget for accessible homes in {year}, yuan',
  'money.more': '{spent} paid, {reserved} reserved, {left} left',
  'checks.caption': '{place}: promises not kept',
  'checks.check': 'Check',
  'checks.late': 'Late',
  'checks.grave': 'Of these, for long',
  'checks.notice': 'Soon due',
  'checks.excepted': 'Excepted',
  'checks.none': 'Every promise is kept.',
} as const satisfies Translation<typeof zh>;
