import { setTimeout as pause } from 'node:timers/promises';
import { parseStored } from '../platform/ledger/ledger.ts';
import { type Command, type Step, stepOf } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item, Store } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { place } from './enrolments.rules.ts';
import type { Enrolment } from './enrolments.states.ts';
import { enrolmentKey, enrolmentType } from './enrolments.store.ts';
import { type OneForAll, oneForAll } from './in-turn.ts';
import { type Freed, type LineEntry, type Places, type Settlement, settle } from './line.rules.ts';
import { countFreed, countPlaces, leaveLine, readLine, readPlaces } from './line.store.ts';
import { lineHasEnded, type Offer } from './offers.rules.ts';

/** Of each so many in one transaction: three items for everybody placed, one for everything given back, and the count. */
const mostAtOnce = 24;

interface Plan extends Settlement {
  readonly before: Places;
  readonly freed: readonly Freed[];
}

/** What there is to do, by the line as it stands; undefined when there is nothing. */
const planned = async (core: Core, offer: Offer, now: Instant): Promise<Plan | undefined> => {
  const most = lineHasEnded(offer, now) ? 0 : mostAtOnce;
  const before = await readPlaces(core.store, offer.offer);
  if (!before) return undefined;
  const entries: LineEntry[] = [];
  let freed: readonly Freed[] | undefined;
  let from: Item | undefined;
  for (;;) {
    const page = await readLine(core.store, offer.offer, from);
    // What was given back stands before everybody; what a full page has of it is enough for once.
    freed ??= page.freed.slice(0, mostAtOnce);
    entries.push(...page.entries);
    const settlement = settle(before, freed, entries, now, most);
    if (settlement.goesOn && page.last) {
      from = page.last;
      continue;
    }
    const isNothing = freed.length === 0 && settlement.placed.length === 0;
    return isNothing ? undefined : { ...settlement, before, freed };
  }
};

/** The next version of everybody who is placed; undefined when one of them has acted since the line was read. */
const stepsOf = async (
  core: Core,
  offer: Offer,
  { placed, before }: Plan,
  now: Instant,
): Promise<Step<Enrolment>[] | undefined> => {
  if (placed.length === 0) return [];
  const items = await core.store.getMany(placed.map(({ enrolment }) => enrolmentKey(enrolment)));
  const steps: Step<Enrolment>[] = [];
  for (const { enrolment, places } of placed) {
    const { PK } = enrolmentKey(enrolment);
    const item = items.find((one) => one['PK'] === PK);
    const stored = item && parseStored(enrolmentType, item);
    if (stored?.state.state !== 'waiting' || stored.state.places !== places) return undefined;
    const command: Command = {
      key: `line ${offer.offer} ${before.version}`,
      request: '',
      actor: { kind: 'schedule', name: 'booking-line' },
      now,
    };
    const { next, events } = place(stored.state, offer, now);
    steps.push(
      stepOf<Enrolment>(command, { type: enrolmentType, id: enrolment, before: stored, next, events }),
    );
  }
  return steps;
};

type Round = 'nothing' | 'settled' | 'lost';

const settleOnce = async (core: Core, offer: Offer, now: Instant): Promise<Round> => {
  const plan = await planned(core, offer, now);
  if (!plan) return 'nothing';
  const steps = await stepsOf(core, offer, plan, now);
  if (!steps) return 'lost';
  const { outcome } = await core.ledger.commit(steps, [
    countPlaces(offer.offer, plan.before, plan),
    ...plan.freed.map((freed) => countFreed(offer.offer, freed)),
    ...plan.placed.map(({ n }) => leaveLine(offer.offer, n)),
  ]);
  return outcome === 'committed' ? 'settled' : 'lost';
};

/** Rounds somebody else may win before this one leaves it to them: whoever wins looks again. */
const mostLost = 6;
const pauseMilliseconds = 15;

/**
 * Moves people from the head of the line onto free places until a look after the last commit finds nothing to do, so
 * whatever was written before that look is seen by it. However many settle at once, one transaction at a time holds.
 * Reads 2 items and a page of the line, and commits one transaction, for every 24 placed.
 */
const settleInRounds = async (core: Core, offer: Offer): Promise<void> => {
  let lost = 0;
  while (lost < mostLost) {
    const round = await settleOnce(core, offer, core.clock.now());
    if (round === 'nothing') return;
    if (round === 'lost') {
      lost += 1;
      await pause(Math.random() * pauseMilliseconds * lost);
    }
  }
};

const sharing = new WeakMap<Store, OneForAll>();

/** Those of one process settle for each other. */
export const settleLine = (core: Core, offer: Offer): Promise<void> => {
  const together = sharing.get(core.store) ?? oneForAll();
  sharing.set(core.store, together);
  return together(offer.offer, () => settleInRounds(core, offer));
};

/** The same after something else was committed, whose caller it must not fail: the schedule comes round every minute. */
export const settleAfterwards = async (core: Core, offer: Offer): Promise<void> => {
  try {
    await settleLine(core, offer);
  } catch (error) {
    core.log.error('aftermath.failed', { offer: offer.offer }, error);
  }
};
