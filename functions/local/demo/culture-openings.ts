import { isWorkingDay } from '../../calendar/calendar.rules.ts';
import { addDays, addMinutes, type LocalDate, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { plannedSpans } from '../../venues/day-plan.rules.ts';
import { correctOpening, recordOpening } from '../../venues/openings.usecases.ts';
import { type VenueDependencies, venuesOf } from '../../venues/venues.usecases.ts';
import { checkHours } from '../../venues/venues-watch.usecases.ts';
import { demoKeeper } from './accounts.ts';
import { demoCommand, listed } from './campaign-loading.ts';
import { type CultureLoading, cultureAtOnce } from './culture-loading.ts';
import { asRegister, asTaps, type KeptDay, keptDay } from './culture-opening-plans.ts';
import { recordedSince, type StandingVenue } from './culture-venues.ts';
import { districtPath } from './district.ts';
import { forEach } from './for-each.ts';
import { seededRandom } from './random.ts';

const seedOf = ({ key }: StandingVenue, day: LocalDate): number =>
  Number(key.replace(/\D/g, '').slice(-7)) + Number(day.replaceAll('-', ''));

/** Stations, studies and the keeper one can sign in as tap at the door; the villages type in their register. */
const taps = ({ village, keeper }: StandingVenue): boolean =>
  village === undefined || keeper.scope === demoKeeper.scope;

type Recording = (venue: StandingVenue, day: LocalDate, kept: KeptDay) => Promise<void>;

const tapping =
  ({ now }: CultureLoading, deps: VenueDependencies): Recording =>
  async ({ key, stored, keeper }, day, kept) => {
    for (const [index, { what, at }] of asTaps(kept, day, now).entries()) {
      const command = demoCommand(keeper, `tap-${key}-${day}-${index}`, at);
      await recordOpening(deps, { ...command, params: { venue: stored.id }, body: { what } });
    }
  };

/** At the end of the day, in one go. */
const registering =
  (deps: VenueDependencies): Recording =>
  async ({ key, stored, keeper }, day, kept) => {
    const spans = asRegister(kept);
    if (spans.length === 0) return;
    const command = demoCommand(keeper, `register-${key}-${day}`, addMinutes(startOfDay(day), 23 * 60 + 59));
    const body = { spans, reason: '按纸质开放登记补录' };
    await correctOpening(deps, { ...command, params: { venue: stored.id, day }, body });
  };

/**
 * Three weeks and the days of this one as the keepers recorded them, with the gaps there are; then the Monday check
 * counts them. What the keeper one can sign in as does today is left to whoever tries the demo.
 */
export const recordOpenings = async (
  loading: CultureLoading,
  venues: readonly StandingVenue[],
): Promise<void> => {
  const { deps: parts, now, signal, onProgress } = loading;
  // It doesn't change while the demo is played; asked for at every moment of it, once is enough.
  const calendar = await parts.calendars.current(now);
  const deps = { ...parts, calendars: { current: async () => calendar } };
  const today = localDateOf(now);
  const [tap, register] = [tapping(loading, deps), registering(deps)];
  const record = async (venue: StandingVenue, day: LocalDate): Promise<void> => {
    const isHoliday = (date: LocalDate) => isWorkingDay(calendar, date).reason === 'holiday';
    const planned = plannedSpans(venue.stored.state, day, isHoliday);
    const kept = keptDay(planned, seededRandom(seedOf(venue, day)));
    if (kept) await (day === today || taps(venue) ? tap : register)(venue, day, kept);
  };
  let done = 0;
  const recordAll = async (venue: StandingVenue): Promise<void> => {
    const last = venue.keeper.scope === demoKeeper.scope ? addDays(today, -1) : today;
    for (let day = recordedSince(now); day <= last && !signal.aborted; day = addDays(day, 1)) {
      await record(venue, day);
    }
    done += 1;
    if (done % 30 === 0) onProgress(`opening records of ${done} venues of ${venues.length}`);
  };
  await forEach(venues, recordAll, cultureAtOnce);
  signal.throwIfAborted();
  onProgress('hours of the weeks');
  await listed(signal, async () => (await venuesOf(deps.store, districtPath)).length >= venues.length);
  await checkHours(deps, now);
};
