import { isWithin } from '../platform/contract/roles.ts';
import { type Command, stepOf } from '../platform/ledger/steps.ts';
import type { Run } from '../platform/runtime/schedule-function.ts';
import type { Instant, LocalDate } from '../platform/runtime/time.ts';
import { dayLedgerId, daysToCheck, type Expected, goMissing } from './day-ledgers.rules.ts';
import type { DayLedger } from './day-ledgers.states.ts';
import { dayLedgerType, readDays, type VillageDay } from './day-ledgers.store.ts';
import { type DayLedgerDependencies, expectedDay, isExpected } from './day-ledgers.usecases.ts';

/** Whether this run was the one that recorded it: not when it was handed in, or recorded by a run beside this one. */
const recordMissing = async (
  { ledger }: Pick<DayLedgerDependencies, 'ledger'>,
  { village, day }: VillageDay,
  now: Instant,
): Promise<boolean> => {
  const id = dayLedgerId(village, day);
  const command: Command = {
    key: `noon ${id}`,
    request: '',
    actor: { kind: 'schedule', name: 'ledger-noon' },
    now,
  };
  const { next, events } = goMissing(village, day);
  const step = stepOf<DayLedger>(command, { type: dayLedgerType, id, before: undefined, next, events });
  return (await ledger.commit([step])).outcome === 'committed';
};

/** Every village whose day could be owed, with the day. */
const candidates = async (
  deps: DayLedgerDependencies,
  now: Instant,
): Promise<{ readonly expected: Expected; readonly days: VillageDay[] }[]> => {
  const villages = (await deps.nodes.tree(now)).nodes.filter(
    ({ kind, active }) => kind === 'village' && active,
  );
  const ofDay = async (day: LocalDate) => {
    const expected = await expectedDay(deps, day, now);
    const scopes = [...expected.always, ...expected.ifVisited];
    const owing = villages.filter(({ path }) => scopes.some((scope) => isWithin(path, scope)));
    return { expected, days: owing.map(({ path: village }) => ({ village, day })) };
  };
  return Promise.all(daysToCheck(now).map(ofDay));
};

/**
 * Records each village's day nobody handed in by noon of the next, exactly once, as far back as the check looks:
 * a run after an outage records all that was missed, one after a run that broke off what that left, a second run or one
 * beside it nothing.
 */
export const checkLedgers = async (deps: DayLedgerDependencies, now: Instant): Promise<Run> => {
  let examined = 0;
  let found = 0;
  let notOwed = 0;
  let failed = 0;
  for (const { expected, days } of await candidates(deps, now)) {
    const known = await readDays(deps.store, days);
    for (const each of days) {
      const day = known.get(dayLedgerId(each.village, each.day));
      if (!day || !isExpected(each.village, expected, day.counts.visits)) {
        notOwed += 1;
        continue;
      }
      examined += 1;
      if (day.stored) continue;
      try {
        if (await recordMissing(deps, each, now)) found += 1;
      } catch (error) {
        failed += 1;
        deps.log.error('sweep.record_failed', { id: dayLedgerId(each.village, each.day) }, error);
      }
    }
  }
  return { examined, found, skipped: { 'not-due': notOwed }, failed };
};
