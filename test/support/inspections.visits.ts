import { randomUUID } from 'node:crypto';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { longIdFrom } from '../../functions/platform/runtime/ids.ts';
import { addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { visitProjector } from '../../functions/visits/visits.projector.ts';
import type { Visit } from '../../functions/visits/visits.states.ts';
import { visitType } from '../../functions/visits/visits.store.ts';
import { applyProjection } from './projections.ts';

const visitOf = (id: string, village: string, door: number, who: Principal, core: Core): Visit => {
  // An hour ago: what was recorded only just now is not drawn from.
  const at = addMinutes(core.clock.now(), -60);
  return {
    entry: id,
    campaign: '2345679ACE',
    household: longIdFrom(`household ${id}`),
    village,
    address: `${door}号楼1单元101`,
    by: { id: who.staffId, name: who.name },
    at,
    recordedAt: at,
    day: localDateOf(at),
    outcome: 'met',
    met: [{ relation: 'head', no: 1, name: '王**' }],
    materials: ['明白纸'],
    photos: [],
    issues: [],
    offPeak: false,
  };
};

/** Visits somebody made in a village an hour ago, as they stand in its list; their ids. */
export const makeVisits = async (
  core: Core,
  village: string,
  n: number,
  who: Principal,
): Promise<string[]> => {
  const ids: string[] = [];
  for (let door = 1; door <= n; door++) {
    const id = longIdFrom(randomUUID());
    const next = visitOf(id, village, door, who, core);
    const actor = { kind: 'staff', ...next.by } as const;
    const step = stepOf<Visit>(
      { key: id, request: '', actor, now: next.at },
      { type: visitType, id, before: undefined, next, events: [{ type: 'recorded', data: {} }] },
    );
    await core.ledger.commit([step]);
    await applyProjection(core.store, visitProjector, step.item, 'stream');
    ids.push(id);
  }
  return ids;
};
