import { trailOf } from '../platform/contract/node-path.ts';
import type { ListEntry, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { rectificationType } from './checks.store.ts';
import type { RectificationRow } from './inspections.views.ts';
import { ownRectifications, rectificationList } from './inspections-lists.store.ts';
import type { Rectification } from './rectifications.states.ts';

export const rectificationRow = ({ id, version, state }: Stored<Rectification>): RectificationRow => {
  const { inspection, check, visit, village, address, kind, what, responsible, issuedAt, due } = state;
  return {
    rectification: id,
    version,
    state: state.state,
    ...{ inspection, check, visit, village, address, kind, what, responsible, issuedAt, due },
    returns: state.returns.length,
    doneAt: 'done' in state ? state.done.at : undefined,
    inTime: 'done' in state ? state.done.inTime : undefined,
  };
};

/** What is open, by its due instant: overdue is the part of it that lies before now. */
export const rectificationProjector: Projector<Rectification> = {
  type: rectificationType,
  project: (stored) => {
    const { state: rectification } = stored;
    const row = rectificationRow(stored);
    const { state, due, issuedAt, responsible, village } = rectification;
    const entries = trailOf(village).flatMap((node): ListEntry[] => [
      { list: rectificationList(node, 'all'), sort: issuedAt, row },
      ...(state === 'open' ? [{ list: rectificationList(node, 'open'), sort: due.dueAt, row }] : []),
      ...(state === 'done'
        ? [{ list: rectificationList(node, 'done'), sort: rectification.done.at, row }]
        : []),
    ]);
    const own: ListEntry[] =
      state === 'open' ? [{ list: ownRectifications(responsible.id), sort: due.dueAt, row }] : [];
    return { entries: [...entries, ...own], counts: [] };
  },
};
