import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { anyProjector } from '../../functions/insight/projections.usecases.ts';
import { rebuildProjections } from '../../functions/insight/rebuild.usecases.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import type { Projector } from '../../functions/platform/ledger/projections.ts';
import type { Item, Store } from '../../functions/platform/runtime/store.ts';
import { type Lamp, lampType, repairLamp, setUpLamp } from '../support/core.cases.ts';
import { type IssueBed, openIssues } from '../support/issues.ts';
import { applyProjection, recount, said, statesOf } from '../support/projections.ts';

let bed: IssueBed;
beforeAll(async () => {
  bed = await openIssues();
});
afterAll(async () => bed[Symbol.asyncDispose]());

/** A store on which the first so many writers wait for each other, all having read before any of them writes. */
const meetingAt = (writers: number, store: Store): Store => {
  const { promise: met, resolve: meet } = Promise.withResolvers<void>();
  let here = 0;
  return {
    ...store,
    transact: async (items, token) => {
      here += 1;
      if (here >= writers) meet();
      await met;
      return store.transact(items, token);
    },
  };
};

const stateOf = async (kind: string, id: string): Promise<Item> => {
  const item = await bed.deps.store.get({ PK: `${kind}#${id}`, SK: 'STATE' });
  if (!item) throw new Error(`there is no ${kind} ${id}`);
  return item;
};

const actions = [
  'transfer',
  'claim',
  'return',
  'arbitration',
  'extension',
  'resolution',
  'answer',
  'follow-up',
  'reopening',
  'comment',
] as const;

/** Carries out random commands on three new issues; the image the stream would bring after each commit. */
const played = async (
  commands: readonly { issue: number; action: (typeof actions)[number] }[],
): Promise<Item[]> => {
  const references = [await bed.raise(), await bed.raise(), await bed.raise()];
  const images = await Promise.all(references.map((reference) => stateOf(issueType.kind, reference)));
  for (const { issue, action } of commands) {
    const reference = references[issue] ?? '';
    const as = action === 'follow-up' ? 'otherSupervisor' : 'everybody';
    const { status } = await bed.act(action, reference, { as });
    if (status === 200) images.push(await stateOf(issueType.kind, reference));
  }
  return images;
};

describe('whatever way the stream brings them', () => {
  test('the lists and figures of issues equal a recount of their states', async () => {
    const command = fc.record({ issue: fc.nat(2), action: fc.constantFrom(...actions) });
    const scenario = fc.record({
      commands: fc.array(command, { minLength: 5, maxLength: 25 }),
      order: fc.infiniteStream(fc.nat()),
      again: fc.array(fc.nat(), { maxLength: 10 }),
    });
    await fc.assert(
      fc.asyncProperty(scenario, async ({ commands, order, again }) => {
        const images = await played(commands);
        const delivered = [...images, ...again.flatMap((n) => images.slice(n % images.length).slice(0, 1))]
          .map((image) => ({ image, at: order.next().value ?? 0 }))
          .sort((a, b) => a.at - b.at);
        for (const { image } of delivered) {
          await applyProjection(bed.deps.store, issueProjector, image, 'stream');
        }
        const items = await bed.platform.everything();
        expect(said(items, ['issues:'])).toEqual(recount(issueProjector, statesOf(items, issueType.kind)));
      }),
      { numRuns: 12 },
    );
  });

  test('two deliveries of the same image at once count once', async () => {
    const projector = streetProjector();
    const { id } = await setUpLamp(bed.deps);
    const image = await stateOf('LAMP', id);
    await Promise.all(
      Array.from({ length: 8 }, () => applyProjection(bed.deps.store, projector, image, 'stream')),
    );
    await expectRecounted(projector, [image]);
  });

  test('an older image that arrives late changes nothing', async () => {
    const projector = streetProjector();
    const { id } = await setUpLamp(bed.deps);
    const older = await stateOf('LAMP', id);
    await repairLamp(bed.deps, id, { ifMatch: 1 });
    const newer = await stateOf('LAMP', id);
    expect(await applyProjection(bed.deps.store, projector, newer, 'stream')).toBe(true);
    expect(await applyProjection(bed.deps.store, projector, older, 'stream')).toBe(false);
    expect(await applyProjection(bed.deps.store, projector, older, 'rebuild')).toBe(false);
    await expectRecounted(projector, [newer]);
  });
});

/** Lists and figures of a street of its own; `weight` stands for a rule of projection that is changed later. */
const streetProjector = (
  weight = 1,
  street = `street-${randomUUID()}`,
): Projector<Lamp> & { street: string } => ({
  street,
  type: lampType,
  project: ({ version, state }) => ({
    entries: [
      { list: `${street}:all`, sort: state.raisedAt, row: { version, repairs: state.repairs } },
      ...(state.repairs * weight > 1 ? [{ list: `${street}:shaky`, sort: 'x', row: { version } }] : []),
    ],
    counts: [
      { subject: `${street}:lamps`, period: '2026-11', field: 'lamps', by: 1 },
      { subject: `${street}:lamps`, period: '2026-11', field: 'repairs', by: state.repairs * weight },
      {
        subject: `${street}:lamps`,
        period: 'now',
        field: state.repairs * weight > 1 ? 'shaky' : 'sound',
        by: 1,
      },
    ],
  }),
});

const expectRecounted = async (projector: Projector<Lamp> & { street: string }, images: readonly Item[]) =>
  expect(said(await bed.platform.everything(), [`${projector.street}:`])).toEqual(recount(projector, images));

describe('rebuilding', () => {
  const rebuild = (projector: Projector<Lamp>, store = bed.deps.store) =>
    rebuildProjections(store, [anyProjector(projector)], '2026-11', '2026-11');

  /** Three lamps repaired once, projected by the old rule; earlier tests' lamps are taken along by a rebuild. */
  const lamps = async (old: Projector<Lamp>): Promise<string[]> => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n++) {
      const { id } = await setUpLamp(bed.deps);
      await repairLamp(bed.deps, id, { ifMatch: 1 });
      await applyProjection(bed.deps.store, old, await stateOf('LAMP', id), 'stream');
      ids.push(id);
    }
    return ids;
  };
  const newest = async (): Promise<Item[]> => statesOf(await bed.platform.everything(), 'LAMP');

  test('of an empty projection gives the same lists and figures as the stream', async () => {
    const projector = streetProjector();
    await lamps(projector);
    for (const { PK } of await newest()) await bed.deps.store.remove({ PK: String(PK), SK: 'PROJECTED' });
    const fresh = streetProjector();
    const { examined, written } = await rebuild(fresh);
    expect({ examined, written }).toEqual({ examined: (await newest()).length, written: examined });
    await expectRecounted(fresh, await newest());
    await rebuild(fresh);
    await expectRecounted(fresh, await newest());
  });

  test('after a changed rule of projection corrects lists and figures', async () => {
    const old = streetProjector(1);
    await lamps(old);
    await rebuild(old);
    const changed = streetProjector(3, old.street);
    expect(recount(changed, await newest())).not.toEqual(recount(old, await newest()));
    await rebuild(changed);
    await expectRecounted(changed, await newest());
  });

  test('twice at once counts no change of rule twice', async () => {
    const old = streetProjector(1);
    await lamps(old);
    await rebuild(old);
    const changed = streetProjector(3, old.street);
    const store = meetingAt(3, bed.deps.store);
    await Promise.all([rebuild(changed, store), rebuild(changed, store), rebuild(changed, store)]);
    await expectRecounted(changed, await newest());
  });

  test('beside the stream goes on, and neither undoes nor doubles what the other wrote', async () => {
    const old = streetProjector(1);
    const ids = await lamps(old);
    await rebuild(old);
    const changed = streetProjector(3, old.street);
    for (const id of ids) await repairLamp(bed.deps, id, { ifMatch: 2 });
    const store = meetingAt(2, bed.deps.store);
    const stream = async () => {
      for (const id of ids) await applyProjection(store, changed, await stateOf('LAMP', id), 'stream');
    };
    await Promise.all([stream(), rebuild(changed, store)]);
    await expectRecounted(changed, await newest());
  });
});
