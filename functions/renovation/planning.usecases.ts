import type { Staff } from '../access/staff.states.ts';
import { readStaff, staffType } from '../access/staff.store.ts';
import { type Officer, officerOf } from '../platform/contract/officer.ts';
import { Problem } from '../platform/contract/problems.ts';
import { isWithin, type Principal } from '../platform/contract/roles.ts';
import { parseStored } from '../platform/ledger/ledger.ts';
import { commandOf } from '../platform/ledger/staff-command.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { LocalDate } from '../platform/runtime/time.ts';
import { itemKey, yearOfItem } from './claims.store.ts';
import type { Fund } from './funds.states.ts';
import { fundKey, fundType, headOfQueue, leftKey } from './funds.store.ts';
import type { Quantity } from './plan-checks.rules.ts';
import { caseView } from './renovation.presentation.ts';
import { appoint, from, refuse } from './renovation.rules.ts';
import type { In, Renovation } from './renovation.states.ts';
import { noticeIdOf, renovationType } from './renovation.store.ts';
import {
  actOnRenovation,
  admitActor,
  changeRenovation,
  type RenovationCommand,
  type RenovationDependencies,
} from './renovation.usecases.ts';
import { renovationItems } from './renovation.words.ts';
import { plan } from './renovation-planning.rules.ts';
import { readRenovation } from './renovation-reading.usecases.ts';
import { approve, fundIdOf, fundNodesOf, queueUp } from './renovation-reserving.rules.ts';

const buildsOrAssesses = ({ roles, status }: Pick<Staff, 'roles' | 'status'>): boolean =>
  status === 'active' && (roles.includes('contractor') || roles.includes('disability'));

/** Who can be named for homes of a place: accounts there and above it, by name. */
export const peopleFor = async (
  { store }: Pick<Core, 'store'>,
  node: string,
  caller: Principal,
): Promise<{ readonly staffId: string; readonly name: string; readonly contractor: boolean }[]> => {
  // All of the caller's district: a contractor of the district builds in every village of it.
  const district = caller.scope.split('/')[0] ?? caller.scope;
  return (await readStaff(store, district))
    .filter((account) => buildsOrAssesses(account) && isWithin(node, account.scope))
    .map(({ staffId, name, roles }) => ({ staffId, name, contractor: roles.includes('contractor') }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
};

/** The account, when it is open, may do this kind of work and has it in this place; undefined otherwise. */
export const workerAt = async (
  { ledger }: Pick<Core, 'ledger'>,
  staffId: string,
  village: string,
  kind: 'contractor' | 'assessor',
): Promise<Officer | undefined> => {
  const account = await ledger.read(staffType, staffId);
  if (!account || !buildsOrAssesses(account.state) || !isWithin(village, account.state.scope))
    return undefined;
  if (kind === 'contractor' && !account.state.roles.includes('contractor')) return undefined;
  return { id: account.id, name: account.state.name };
};

export const appointAssessor = (
  deps: RenovationDependencies,
  request: RenovationCommand & { readonly body: { readonly assessor: string; readonly day: LocalDate } },
): Promise<Stored<Renovation>> =>
  actOnRenovation(deps, 'appointment', request, async ({ stored, act }) => {
    const { assessor, day } = request.body;
    const worker = await workerAt(deps, assessor, stored.state.village, 'assessor');
    if (!worker) return refuse('renovation.assessor_unknown');
    return from(['reviewed'], (renovation) => appoint(renovation, act, worker, day))(stored.state);
  });

/** The two funds of a year that a home belongs to. */
const fundIds = (renovation: Renovation, year: number) => {
  const { town, district } = fundNodesOf(renovation);
  return { town: fundIdOf(year, town), district: fundIdOf(year, district) };
};

/** The plan, by the prices and the ceiling of the year and what the home had before. Two reads, one commit. */
export const planHome = async (
  deps: RenovationDependencies,
  request: RenovationCommand & {
    readonly body: { readonly year: number; readonly lines: readonly Quantity[] };
  },
): Promise<Stored<Renovation>> => {
  const { year, lines } = request.body;
  // Village and marks never change: what they lead to is read together with the case as it is now.
  const { state } = await readRenovation(deps, request.params.reference, request.caller);
  const ids = fundIds(state, year);
  const items = renovationItems.map((item) => ({ item, key: itemKey(state.marks, item) }));
  const keys = [fundKey(ids.town), fundKey(ids.district), ...items.map(({ key }) => key)];
  return actOnRenovation(
    deps,
    'plan',
    request,
    ({ stored, act, beside }) => {
      const fund = (id: string): Fund | undefined => {
        const item = beside(fundKey(id));
        return item && parseStored(fundType, item).state;
      };
      const town = fund(ids.town);
      const district = fund(ids.district);
      if (town?.kind !== 'town' || district?.kind !== 'district') return refuse('renovation.fund_missing');
      const had = new Map(
        items.flatMap(({ item, key }) => {
          const hadIn = yearOfItem(beside(key));
          return hadIn === undefined ? [] : [[item, hadIn] as const];
        }),
      );
      const terms = { year, prices: district.prices, ceiling: town.ceiling, had };
      return from(['feasible'], (renovation) => plan(renovation, act, lines, terms))(stored.state);
    },
    keys,
  );
};

/** What a refused reservation makes of an application that has not waited yet. */
const reasonsToWait = {
  'renovation.no_money': 'money',
  'renovation.no_homes': 'homes',
  'renovation.others_wait': 'others-wait',
} as const satisfies Readonly<Record<string, In<'queued'>['queue']['because']>>;

const reasonToWait = (error: unknown): In<'queued'>['queue']['because'] | undefined => {
  if (!(error instanceof Problem)) return undefined;
  const reasons: ReadonlyMap<string, In<'queued'>['queue']['because']> = new Map(
    Object.entries(reasonsToWait),
  );
  return reasons.get(error.code);
};

/**
 * Approves: money and home are reserved by conditional additions in the commit itself, so that however many approve
 * at once, neither is ever given out twice. Where they don't suffice, or others wait already, the same command puts it
 * into the queue. From the queue only its first is approved.
 */
export const approveHome = async (
  deps: RenovationDependencies,
  request: RenovationCommand & { readonly body: { readonly year: number } },
): Promise<Stored<Renovation>> => {
  const { year } = request.body;
  const { caller, now, ifMatch } = request;
  const { reference } = request.params;
  const found = await readRenovation(deps, reference, caller);
  const ids = fundIds(found.state, year);
  const keys = [leftKey(ids.town), leftKey(ids.district)];
  try {
    return await actOnRenovation(
      deps,
      'approval',
      request,
      async ({ stored, act, beside }) => {
        const { state } = stored;
        if (state.state !== 'agreed' && state.state !== 'queued') {
          return refuse('renovation.transition_not_allowed');
        }
        if (keys.some((key) => !beside(key))) return refuse('renovation.fund_missing');
        if (state.state === 'queued' && (await headOfQueue(deps.store, state.queue.town)) !== reference) {
          return refuse('renovation.out_of_turn');
        }
        return approve(state, act, year, await noticeIdOf(deps.keyring, reference));
      },
      keys,
    );
  } catch (error) {
    // Who is first was read after the case: the same request, arriving twice, may have taken it out of the queue since.
    const earlier = await deps.ledger.earlier(renovationType, reference, commandOf(request));
    if (earlier && earlier !== 'key-reused') return earlier;
    const because = reasonToWait(error);
    if (!because || found.state.state !== 'agreed') throw error;
    return changeRenovation(deps, {
      reference,
      command: commandOf(request),
      ifMatch,
      admit: (stored) => admitActor('approval', stored, caller),
      view: (stored) => caseView(stored, caller, now),
      decide: ({ stored, calendar }) =>
        from(['agreed'], (renovation) =>
          queueUp(renovation, { by: officerOf(caller), now, calendar }, year, because),
        )(stored.state),
    });
  }
};
