import { readers as campaignReaders } from '../../../../functions/campaigns/campaigns.actions.ts';
import { readers as issueReaders } from '../../../../functions/issues/issues.roles.ts';
import type { CountedFigure } from '../../../../functions/issues/issues.words.ts';
import type { Role } from '../../../../functions/platform/contract/roles.ts';
import { programmeReaders } from '../../../../functions/programme/programme.actions.ts';
import { areaReaders } from '../../../../functions/renovation/renovation.roles.ts';
import {
  personReaders,
  serviceFigureReaders,
  thingReaders,
} from '../../../../functions/services/services.actions.ts';
import {
  measureOf,
  type TargetSubject,
  type TargetUnit,
} from '../../../../functions/targets/targets.words.ts';
import { venueReaders } from '../../../../functions/venues/venues.actions.ts';
import { deskRoles } from '../../../../functions/visits/visits.actions.ts';
import { formatNumber, formatRate } from '../../lib/format.ts';
import { language } from '../../lib/i18n/i18n.ts';
import { hrefWith } from '../campaigns/place.ts';
import { categoryIn, categoryWords } from '../figures/figures-marks.tsx';
import type { TargetProgress } from './targets.queries.ts';
import { targetsWords } from './targets.words.ts';

const { t, find } = targetsWords;

const number = (value: number): string => formatNumber(value, language());

export const subjectWords = (subject: TargetSubject): string => {
  const category = categoryIn(subject);
  return category === undefined ? (find(`subject.${subject}`) ?? subject) : categoryWords(category);
};

export const targetWords = ({ subject, unit }: { subject: TargetSubject; unit: TargetUnit }): string =>
  t('target.of', { subject: subjectWords(subject), unit: t(`unit.${unit}`) });

/** A figure of this unit: shares in percent. */
export const figureWords = (unit: TargetUnit, value: number | undefined): string => {
  if (value === undefined) return t('none');
  return measureOf(unit) === 'rate' ? t('target.percent', { n: number(value) }) : number(value);
};

/** What is done, with its counts. */
export const doneWords = ({ done, figure, rate }: TargetProgress): string => {
  if (done === undefined) return t('none');
  return rate ? formatRate(rate.n, rate.of, language()) : formatRate(done, figure, language());
};

export const gapWords = ({ unit, gap }: TargetProgress): string => {
  if (gap === undefined) return t('none');
  return measureOf(unit) === 'rate' && gap > 0 ? t('target.gap.points', { n: number(gap) }) : number(gap);
};

interface Behind {
  readonly href: string;
  readonly roles: readonly Role[];
}

/** Shares of issues, by the figure that counts what they are a share of. */
const countedOf: Partial<Readonly<Record<TargetUnit, CountedFigure>>> = {
  'resolved-in-time': 'resolvedInTime',
  answered: 'answered',
  satisfied: 'satisfied',
};

/** The list or the page of what was counted, and who may open it; the first that somebody may open is theirs. */
export const behindOf = ({
  subject,
  unit,
  year,
}: Pick<TargetProgress, 'subject' | 'unit' | 'year'>): readonly Behind[] => {
  const inYear = (path: string): string => hrefWith(path, { year: String(year) });
  /** Whom it was done for is for few; how much was done, for all who oversee it. */
  const service = (href: string, roles: readonly Role[]): readonly Behind[] => [
    { href, roles },
    { href: inYear('/admin/services/figures'), roles: serviceFigureReaders },
  ];
  switch (subject) {
    case 'equipment':
    case 'new-venue':
      return [{ href: inYear('/admin/upgrades'), roles: venueReaders }];
    case 'venue-hours':
      return [{ href: '/admin/venue-hours', roles: venueReaders }];
    case 'devices':
      return service('/admin/services/devices/handouts', personReaders);
    case 'day-centres':
      return service('/admin/services/centres', thingReaders);
    case 'donations':
      return service('/admin/services/receipts', personReaders);
    case 'rehabilitation':
      return service('/admin/services/helps', personReaders);
    case 'assistance-events':
      return service(inYear('/admin/services/events'), thingReaders);
    case 'renovation':
      return [
        {
          href: unit === 'money' ? inYear('/admin/renovation-funds') : '/admin/renovations',
          roles: areaReaders,
        },
      ];
    case 'issues':
      return [
        {
          href: hrefWith('/admin/issues/counted', {
            ...{ figure: countedOf[unit], from: `${year}-01`, to: `${year}-12` },
          }),
          roles: issueReaders,
        },
      ];
    case 'day-ledgers':
      return [{ href: '/admin/day-ledgers', roles: deskRoles }];
    case 'visits':
      return [{ href: '/admin/campaigns', roles: campaignReaders }];
    default:
      return [
        {
          href:
            unit === 'villages'
              ? hrefWith('/admin/figures/coverage', { category: subject, year: String(year) })
              : inYear('/admin/figures'),
          roles: programmeReaders,
        },
      ];
  }
};
