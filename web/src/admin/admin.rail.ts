import { readers as campaignReaders } from '../../../functions/campaigns/campaigns.actions.ts';
import { runReaders } from '../../../functions/checks/checks.actions.ts';
import { reportReaders } from '../../../functions/desks/desks.actions.ts';
import { findingReaders } from '../../../functions/findings/findings.actions.ts';
import { readers as householdReaders } from '../../../functions/households/households.actions.ts';
import {
  inspectionReaders,
  rectificationReaders,
} from '../../../functions/inspections/inspections.actions.ts';
import { readers } from '../../../functions/issues/issues.roles.ts';
import type { Role } from '../../../functions/platform/contract/roles.ts';
import { programmeReaders } from '../../../functions/programme/programme.actions.ts';
import { areaReaders as renovationReaders } from '../../../functions/renovation/renovation.roles.ts';
import { retentionReaders } from '../../../functions/retention/retention.actions.ts';
import { serviceFigureReaders } from '../../../functions/services/services.actions.ts';
import { supervisionReaders } from '../../../functions/supervision/supervision.actions.ts';
import { targetReaders } from '../../../functions/targets/targets.roles.ts';
import { venueReaders } from '../../../functions/venues/venues.actions.ts';
import { adminWords } from './admin.words.ts';

const { t } = adminWords;

export interface RailItem {
  readonly href: string;
  readonly label: () => string;
  /** How the addresses of its other pages begin, where they don't begin with its own. */
  readonly also?: string;
  /** Who has something to do there; everybody when not given. */
  readonly roles?: readonly Role[];
}

/** As the contract of visits has it, which would bring its schemas along into the first load. */
const dayLedgerReaders: readonly Role[] = ['lead', 'supervisor', 'inspector', 'admin', 'auditor'];

export interface RailGroup {
  /** What the nouns below have in common; the first needs no word. */
  readonly label?: () => string;
  readonly items: readonly RailItem[];
}

const railGroups: readonly RailGroup[] = [
  { items: [{ href: '/admin', label: () => t('rail.today') }] },
  {
    label: () => t('rail.group.promises'),
    items: [
      { href: '/admin/findings', label: () => t('rail.findings'), roles: findingReaders },
      { href: '/admin/supervision', label: () => t('rail.supervision'), roles: supervisionReaders },
      { href: '/admin/criticisms', label: () => t('rail.criticism'), also: '/admin/exemplary-' },
      { href: '/admin/targets', label: () => t('rail.targets'), roles: targetReaders },
      { href: '/admin/reports', label: () => t('rail.reports'), roles: reportReaders },
      { href: '/admin/runs', label: () => t('rail.runs'), roles: runReaders },
    ],
  },
  {
    label: () => t('rail.group.residents'),
    items: [
      { href: '/admin/issues', label: () => t('rail.issues'), roles: readers },
      { href: '/admin/campaigns', label: () => t('rail.campaigns'), roles: campaignReaders },
      { href: '/admin/day-ledgers', label: () => t('rail.day-ledgers'), roles: dayLedgerReaders },
      { href: '/admin/households', label: () => t('rail.households'), roles: householdReaders },
      { href: '/admin/inspections', label: () => t('rail.inspections'), roles: inspectionReaders },
      { href: '/admin/rectifications', label: () => t('rail.rectifications'), roles: rectificationReaders },
    ],
  },
  {
    label: () => t('rail.group.culture'),
    items: [
      { href: '/admin/venues', label: () => t('rail.venues'), roles: venueReaders },
      { href: '/admin/activities', label: () => t('rail.programme'), roles: programmeReaders },
      { href: '/admin/figures', label: () => t('rail.figures'), roles: programmeReaders },
    ],
  },
  {
    label: () => t('rail.group.disability'),
    items: [
      {
        ...{ href: '/admin/renovations', label: () => t('rail.renovations'), roles: renovationReaders },
        also: '/admin/renovation-',
      },
      { href: '/admin/renovation-jobs', label: () => t('rail.renovation-jobs'), roles: ['contractor'] },
      { href: '/admin/services', label: () => t('rail.services'), roles: serviceFigureReaders },
    ],
  },
  {
    label: () => t('rail.group.office'),
    items: [
      { href: '/admin/calendar', label: () => t('rail.calendar') },
      { href: '/admin/organisations', label: () => t('rail.organisations') },
      { href: '/admin/staff', label: () => t('rail.staff'), roles: ['admin', 'auditor'] },
      { href: '/admin/retention', label: () => t('rail.retention'), roles: retentionReaders },
      { href: '/admin/api', label: () => t('rail.api'), roles: ['admin', 'auditor'] },
    ],
  },
];

/** The rail, one line a noun, without what is not for this caller. */
export const railFor = (isFor: (roles: readonly Role[]) => boolean): readonly RailGroup[] =>
  railGroups
    .map(({ items, ...group }) => ({
      ...group,
      items: items.filter(({ roles }) => roles === undefined || isFor(roles)),
    }))
    .filter(({ items }) => items.length > 0);

/** Shown until it is known who is signed in: what nearly everybody has. */
export const usualRail = railFor((roles) => roles === readers);
