import { holdsOneOf, isWithin, type Principal } from '../platform/contract/roles.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { visitRow } from './visits.projector.ts';
import type { Visit } from './visits.states.ts';
import type { VisitView } from './visits.views.ts';

/** What people say of the authorities is for those who work with it, and for whom they said it to. */
const readersOfViews = ['lead', 'supervisor', 'inspector'] as const;

export const visitView = (stored: Stored<Visit>, caller: Principal): VisitView => {
  const { state: visit } = stored;
  const { met, materials, appointment, photos } = visit;
  const isReader = visit.by.id === caller.staffId || holdsOneOf(caller, readersOfViews);
  const isLead = isWithin(visit.village, caller.scope) && caller.roles.includes('lead');
  return {
    ...visitRow(stored),
    ...{ met, materials, appointment, photos },
    ...(isReader ? { views: visit.views, note: visit.note } : {}),
    maySettle: isLead && visit.conflict !== undefined && visit.settled === undefined,
  };
};
