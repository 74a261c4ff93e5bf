import { randomUUID } from 'node:crypto';
import { canonicalJson } from '../platform/ledger/chain.ts';
import { commitEach } from '../platform/ledger/commit-each.ts';
import { parseStored, readCases } from '../platform/ledger/ledger.ts';
import { stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import { claimedSlots, freeSlots } from '../venues/room-slots.usecases.ts';
import { listedSessions, relisted } from './listing.rules.ts';
import type { Activity, ListedSession } from './programme.states.ts';
import { activityType, listedSessionType } from './programme.store.ts';
import { sessionIdOf } from './programme.words.ts';
import { slotsOfSession } from './sessions.rules.ts';

const isSame = (a: object, b: object): boolean => canonicalJson(a) === canonicalJson(b);

/**
 * Brings every session of an activity to what the activity says. Sessions are read before it, so whoever is overtaken
 * by a newer one finds them changed and is sent again.
 * @throws Error when somebody else lists the same sessions at the same time.
 */
const listSessions = async (core: Core, id: string, ids: readonly string[]): Promise<void> => {
  const there = await readCases(core.store, listedSessionType, ids);
  const stored = await core.ledger.read(activityType, id);
  if (!stored) return;
  const now = core.clock.now();
  const groups = listedSessions(id, stored.state).flatMap((listed) => {
    const session = sessionIdOf(id, listed.no);
    if (!ids.includes(session)) return [];
    const before = there.find((one) => one.id === session);
    const next = relisted(before?.state, listed, now, isSame);
    if (!next) return [];
    const step = stepOf<ListedSession>(
      {
        key: `listing ${id} ${stored.version}`,
        request: '',
        actor: { kind: 'schedule', name: 'programme' },
        now,
      },
      {
        ...{ type: listedSessionType, id: session, before, next },
        events: [{ type: before ? 'relisted' : 'listed', data: { version: stored.version } }],
      },
    );
    return [{ step, companions: [] }];
  });
  const outcomes = await commitEach(core.store, groups);
  const lost = outcomes.find(({ outcome }) => outcome !== 'committed' && outcome !== 'repeated');
  if (lost) throw new Error(`sessions of ${id} are being listed by somebody else: ${lost.outcome}`);
};

/** Gives back the rooms of what was cancelled together; of a single date that is part of its own commit. */
const freeRooms = async (core: Core, id: string, { sessions }: Activity): Promise<void> => {
  const today = localDateOf(core.clock.now());
  for (const session of sessions) {
    if (session.state !== 'cancelled') continue;
    const holder = sessionIdOf(id, session.no);
    for (const of of slotsOfSession(session)) {
      if (of.day < today) continue;
      const claimed = await claimedSlots(core.store, of);
      const slots = of.slots.filter((slot) => claimed.get(slot) === holder);
      const writes = freeSlots({ ...of, slots, holder }).map(({ write }) => write);
      if (writes.length === 0) continue;
      const refused = await core.store.transact(writes, randomUUID());
      if (refused) throw new Error(`the room of ${holder} on ${of.day} is being changed by somebody else`);
    }
  }
};

/** What follows from an activity's new state: its sessions in the lists, and rooms nobody needs any more. Safe to do again. */
export const followActivity = async (core: Core, image: Item): Promise<void> => {
  const { id, state } = parseStored(activityType, image);
  await listSessions(
    core,
    id,
    state.sessions.map(({ no }) => sessionIdOf(id, no)),
  );
  if (state.state === 'cancelled') await freeRooms(core, id, state);
};
