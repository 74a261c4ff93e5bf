import type { Decision } from '../platform/ledger/change.ts';
import { addDays, endOfDay, type Instant, localDateOf } from '../platform/runtime/time.ts';
import type { CriticismRefusal } from './criticism.problems.ts';
import type { Act } from './criticism.rules.ts';
import { limits } from './criticism.words.ts';
import type { Exemplary } from './exemplary.states.ts';
import { namesSomebody } from './figures.rules.ts';
import type { FrozenFigures, Period } from './figures.states.ts';

type SiteDecision = Decision<Exemplary, CriticismRefusal>;

export interface Proposal extends Pick<Exemplary, 'photos'> {
  readonly node: string;
  readonly period: Period;
  readonly title: string;
  readonly place: string;
  readonly text: string;
}

export const propose = (
  { node, period, title, place, text, photos }: Proposal,
  figures: FrozenFigures,
  { by, now }: Act,
): SiteDecision => {
  if (namesSomebody(title, place, text)) return { refusal: 'criticism.personal' };
  return {
    next: { state: 'proposed', node, period, title, place, text, photos, figures, proposed: { at: now, by } },
    events: [{ type: 'proposed', data: { period } }],
  };
};

export const approve = (site: Exemplary, { by, now }: Act): SiteDecision => {
  if (site.state !== 'proposed') return { refusal: 'criticism.over' };
  if (site.proposed.by.id === by.id) return { refusal: 'criticism.own' };
  const expiresAt = endOfDay(addDays(localDateOf(now), limits.standsDays));
  return {
    next: { ...site, state: 'approved', approved: { at: now, by, expiresAt } },
    events: [{ type: 'approved', data: { expiresAt } }],
  };
};

export const withdrawSite = (site: Exemplary, reason: string, { by, now }: Act): SiteDecision => {
  if (site.state !== 'proposed' && site.state !== 'approved') return { refusal: 'criticism.over' };
  if (site.proposed.by.id === by.id) return { refusal: 'criticism.own' };
  if (namesSomebody(reason)) return { refusal: 'criticism.personal' };
  return {
    next: { ...site, state: 'withdrawn', withdrawn: { at: now, by, reason } },
    events: [{ type: 'withdrawn', data: { reason, from: site.state } }],
  };
};

/** Ends it when it has stood long enough; undefined before. */
export const careForSite = (site: Exemplary, now: Instant): SiteDecision | undefined => {
  if (site.state !== 'approved' || site.approved.expiresAt > now) return undefined;
  return {
    next: { ...site, state: 'expired', expiredAt: now },
    events: [{ type: 'expired', data: { expiresAt: site.approved.expiresAt } }],
  };
};

export const siteDueAt = (site: Exemplary): Instant | undefined =>
  site.state === 'approved' ? site.approved.expiresAt : undefined;
