import { isWithin, type Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Instant } from '../platform/runtime/time.ts';
import type { Check } from './checks.states.ts';
import {
  allowedInspectionActions,
  allowedRectificationActions,
  isInspectorOf,
  villagesSeen,
} from './inspections.actions.ts';
import type { Inspection } from './inspections.states.ts';
import type { CheckView, InspectionView, RectificationView } from './inspections.views.ts';
import { ratesOf, tallyOf } from './rates.rules.ts';
import { rectificationRow } from './rectifications.projector.ts';
import type { Rectification } from './rectifications.states.ts';

/** A check may be recorded while its inspection runs, by anybody but whoever made the visit. */
export const checkView = (
  { version, state: check }: Stored<Check>,
  running: boolean,
  caller: Principal,
): CheckView => {
  const { inspection: _, openedAt: __, ...shown } = check;
  const mayCheck = running && isInspectorOf(check.village, caller) && check.by.id !== caller.staffId;
  return { ...shown, version, mayCheck };
};

/** The inspection as far as the caller answers for its villages. */
export const inspectionView = (
  { id, version, state: inspection }: Stored<Inspection>,
  checks: readonly Stored<Check>[],
  caller: Principal,
): InspectionView => {
  const seen = villagesSeen(inspection, caller);
  const isSeen = (village: string): boolean => seen.includes(village);
  const items = inspection.sample.flatMap((visit, index): CheckView[] => {
    if (!isSeen(visit.village)) return [];
    const check = checks.find(({ state }) => state.n === index + 1);
    return check
      ? [checkView(check, inspection.state === 'running', caller)]
      : [{ n: index + 1, version: 0, ...visit, mayCheck: false }];
  });
  const { state, node, from, to, note, seed, population, populationUntil, strata, drawnBy, drawnAt } =
    inspection;
  return {
    inspection: id,
    version,
    ...{ state, node, from, to, note, seed, population, populationUntil, drawnBy, drawnAt },
    strata: strata.filter(({ village }) => isSeen(village)),
    ...(inspection.state === 'drawn'
      ? {}
      : { startedBy: inspection.startedBy, startedAt: inspection.startedAt }),
    ...(inspection.state === 'finished'
      ? {
          finishedBy: inspection.finishedBy,
          finishedAt: inspection.finishedAt,
          conclusion: inspection.conclusion,
        }
      : {}),
    whole: isWithin(node, caller.scope),
    items,
    rates: ratesOf([tallyOf(items)]),
    actions: allowedInspectionActions(inspection, caller),
  };
};

export const rectificationView = (
  stored: Stored<Rectification>,
  caller: Principal,
  now: Instant,
): RectificationView => {
  const { state: rectification } = stored;
  return {
    ...rectificationRow(stored),
    issuedBy: rectification.issuedBy,
    returns: rectification.returns,
    done: 'done' in rectification ? rectification.done : undefined,
    accepted: rectification.state === 'accepted' ? rectification.accepted : undefined,
    withdrawn: rectification.state === 'withdrawn' ? rectification.withdrawn : undefined,
    overdue: rectification.state === 'open' && now >= rectification.due.dueAt,
    actions: allowedRectificationActions(rectification, caller),
  };
};
