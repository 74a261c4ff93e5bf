import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { idNumberCheck } from '../../functions/platform/contract/id-number.rules.ts';
import { officerOf } from '../../functions/platform/contract/officer.ts';
import type { Principal, Role } from '../../functions/platform/contract/roles.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { commandOf } from '../../functions/platform/ledger/staff-command.ts';
import type { LedgerEvent, Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { type Applying, apply } from '../../functions/renovation/applying.usecases.ts';
import { fundProjector, leftKey, parseLeft } from '../../functions/renovation/funds.store.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import {
  assessmentFields,
  feasibilityFields,
  priceLineSchema,
  quantitiesField,
} from '../../functions/renovation/renovation.fields.ts';
import { renovationProjector } from '../../functions/renovation/renovation.projector.ts';
import { renovationRoutes } from '../../functions/renovation/renovation.routes.ts';
import type { RenovationDecision } from '../../functions/renovation/renovation.rules.ts';
import * as rules from '../../functions/renovation/renovation.rules.ts';
import type { Renovation } from '../../functions/renovation/renovation.states.ts';
import { renovationType } from '../../functions/renovation/renovation.store.ts';
import {
  changeRenovation,
  type RenovationDependencies,
} from '../../functions/renovation/renovation.usecases.ts';
import { consentVersion, type RenovationItem } from '../../functions/renovation/renovation.words.ts';
import {
  answerPlan,
  assess,
  findFeasible,
  plan,
} from '../../functions/renovation/renovation-planning.rules.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { renovationPublicRoutes } from '../../functions/renovation/renovation-public.routes.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import { buildDistrict, type District, intentOf, places } from './district.ts';
import { fieldIn } from './issues.ts';
import { applyProjection } from './projections.ts';
import { proofFor } from './proof.ts';

export { places };

export const renovationDay = '2026-11-23T09:00:00+08:00';

/** Who acts in the tests of renovation; each decides one step, so that nobody decides twice. */
const peopleNames = {
  community: { role: 'lead', scope: places.village },
  town: { role: 'disability', scope: places.town },
  assessor: { role: 'contractor', scope: places.district },
  technician: { role: 'disability', scope: places.town },
  planner: { role: 'disability', scope: places.town },
  district: { role: 'disability', scope: places.district },
  reviewer: { role: 'disability', scope: places.district },
  builder: { role: 'contractor', scope: places.district },
  otherBuilder: { role: 'contractor', scope: places.district },
  stranger: { role: 'lead', scope: places.otherVillage },
} as const satisfies Readonly<Record<string, { readonly role: Role; readonly scope: string }>>;
export type Person = keyof typeof peopleNames;

type StaffRoute = keyof typeof renovationContract.routes;
type PublicRoute = keyof typeof renovationPublicContract.routes;

/** A certificate of somebody born on a day that exists; `n` tells people apart, a thousand to a day. */
export const certificateNo = (n: number, ending = '42'): string => {
  const day = String(1 + Math.floor(n / 1000)).padStart(2, '0');
  const digits = `370402196203${day}${String(n % 1000).padStart(3, '0')}`;
  return `${digits}${idNumberCheck(digits)}${ending}`;
};

/** An application of the n-th person, at the n-th door of the village. */
export const application = (n: number, change: Partial<Applying> = {}) => ({
  applicant: {
    name: `王小${n}`,
    phone: `138${String(n).padStart(8, '0')}`,
    certificate: certificateNo(n),
    validUntil: parseLocalDate('2030-01-01'),
    issuedHere: true,
  },
  home: { village: places.village, address: { text: `幸福路${n}号` } },
  circumstances: [],
  wants: ['toilet', 'handrails'] as const,
  need: '蹲便器起不来，走廊没有扶手。',
  photos: [],
  by: 'self' as const,
  ...change,
});

export const consent = { personal: true, sensitive: true, version: consentVersion } as const;

export const prices = [
  { item: 'toilet', unit: 'set', price: 250_000, most: 1, excludes: ['shower-seat'], noRepeatYears: 5 },
  { item: 'handrails', unit: 'metre', price: 12_000, most: 20, noRepeatYears: 3 },
  { item: 'ramp', unit: 'square-metre', price: 50_000, most: 10, noRepeatYears: 5 },
  { item: 'shower-seat', unit: 'piece', price: 30_000, most: 1, noRepeatYears: 3 },
] as const;

export interface RenovationBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly district: District;
  readonly deps: RenovationDependencies;
  readonly people: Readonly<Record<Person, Principal>>;
  readonly staff: (route: StaffRoute, as: Person, call?: Call) => Promise<Answered>;
  /** The same function on a core of the caller's choice. */
  readonly staffOn: (core: Core) => RenovationBed['staff'];
  readonly resident: (route: PublicRoute, call?: Call) => Promise<Answered>;
  readonly proof: () => Promise<string>;
  /** Sets the funds of a year: homes of the district, fen of the town. */
  readonly fund: (year: number, homes: number, amount: number, ceiling?: number) => Promise<void>;
  readonly read: (reference: string) => Promise<Stored<Renovation>>;
  /** One command on the newest version, which has to succeed. */
  readonly does: (
    as: Person,
    action: StaffRoute,
    reference: string,
    body?: object,
  ) => Promise<Stored<Renovation>>;
  /** Registers the n-th application and takes it as far as somebody has to approve it. */
  readonly agreed: (n: number, change?: Partial<Applying>) => Promise<string>;
  /** The same in two commits, for where there have to be hundreds. */
  readonly agreedAtOnce: (n: number, change?: Partial<Applying>) => Promise<string>;
  readonly approve: (reference: string, year?: number) => Promise<Answered>;
  readonly left: (fund: string) => Promise<{ left: number; reserved: number; spent: number }>;
  readonly all: () => Promise<Stored<Renovation>[]>;
  /** What the stream would do for every case. */
  readonly project: () => Promise<void>;
  readonly at: (fund: 'town' | 'district', year?: number) => string;
}

export const assessment = {
  function: '双下肢无力，需要扶着东西才能站起来。',
  home: '卫生间是蹲便器，走廊没有扶手。',
  items: [
    { item: 'toilet', needed: true, why: '无法蹲下' },
    { item: 'handrails', needed: true, why: '走路不稳', measured: '走廊 4 米' },
    { item: 'ramp', needed: false, why: '没有台阶' },
  ],
  photos: [],
};

export const feasible = {
  items: [
    { item: 'toilet', feasible: true },
    { item: 'handrails', feasible: true },
  ],
};

const feasibleItems = v.parse(v.strictObject(feasibilityFields), feasible);
const terms = {
  ...{ year: 2026, prices: v.parse(v.array(priceLineSchema), prices), ceiling: 600_000 },
  had: new Map<RenovationItem, number>(),
};

/** 2,980 yuan. */
export const lines = [
  { item: 'toilet', quantity: 1 },
  { item: 'handrails', quantity: 4 },
];
export const planned = 298_000;
const planLines = v.parse(quantitiesField, lines);
const assessmentSchema = v.strictObject(assessmentFields);

/** A district, its federation and both functions of renovation. */
export const openRenovation = async (): Promise<RenovationBed> => {
  const platform = await openPlatform(renovationDay);
  return renovationOn(platform, await buildDistrict(platform.core));
};

/** The same on a platform and in a district that are there already. */
export const renovationOn = async (platform: Platform, district: District): Promise<RenovationBed> => {
  const { core } = platform;
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, core.clock.now());
  const deps = { ...core, calendars, nodes: createOrganisationNodes(core) };
  const opened = await Promise.all(
    Object.entries(peopleNames).map(async ([name, { role, scope }]) => {
      const { principal } = await district.staff({
        loginName: `renovation.${name.toLowerCase()}`,
        ...{ name: `${name} 一`, roles: [role], scope },
      });
      return [name, principal] as const;
    }),
  );
  const principalOf = (name: string): Principal => {
    const found = opened.find(([known]) => known === name)?.[1];
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  };
  const people: RenovationBed['people'] = {
    ...{ community: principalOf('community'), town: principalOf('town'), assessor: principalOf('assessor') },
    ...{ technician: principalOf('technician'), planner: principalOf('planner') },
    ...{ district: principalOf('district'), reviewer: principalOf('reviewer') },
    ...{ builder: principalOf('builder'), otherBuilder: principalOf('otherBuilder') },
    stranger: principalOf('stranger'),
  };
  const proofs = createProofOfWork(core.keyring);
  const staffOn = (other: Core): RenovationBed['staff'] => {
    const parts = { ...other, calendars, nodes: deps.nodes };
    const desk = apiFunction(renovationContract, renovationRoutes(parts, createCursors(core.keyring)), {
      ...other,
      // Whoever the cookie names: a test's days are longer than a session.
      authenticate: async ([cookie = '']) => opened.find(([name]) => name === cookie)?.[1],
    });
    return (route, as, call = {}) => callRow(desk, renovationContract.routes[route], { cookie: as, ...call });
  };
  const open = apiFunction(
    renovationPublicContract,
    renovationPublicRoutes(deps, proofs, createCursors(core.keyring)),
    { ...core, authenticate: async () => undefined },
  );
  const staff = staffOn(core);
  const read: RenovationBed['read'] = async (reference) => {
    const stored = await core.ledger.read(renovationType, reference);
    if (!stored) throw new Error(`no renovation ${reference}`);
    return stored;
  };
  const does: RenovationBed['does'] = async (as, action, reference, body = {}) => {
    const { version } = await read(reference);
    const answer = await staff(action, as, { params: { reference }, body, ifMatch: version });
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
    return read(reference);
  };
  const at: RenovationBed['at'] = (fund, year = 2026) =>
    `${year}-${fund === 'town' ? '370402101' : '370402'}`;
  return {
    ...{ platform, district, deps, people, staff, staffOn, read, does, at },
    resident: (route, call = {}) => callRow(open, renovationPublicContract.routes[route], call),
    proof: async () => proofFor(await proofs.challenge(core.clock.now())),
    fund: async (year, homes, amount, ceiling = 600_000) => {
      const funds = [
        { node: places.district, fund: { kind: 'district', homes, prices } },
        { node: places.town, fund: { kind: 'town', amount, ceiling } },
      ];
      for (const { node, fund } of funds) {
        const answer = await staff('setFund', 'district', { body: { year, node, fund } });
        if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
        const image = await core.store.get({
          PK: `FUND#${String(fieldIn(answer.body, 'fund'))}`,
          SK: 'STATE',
        });
        if (image) await applyProjection(core.store, fundProjector, image, 'stream');
      }
    },
    agreed: async (n, change = {}) => {
      const answer = await staff('register', 'community', {
        body: { ...application(n, change), consent: { ...consent, how: 'in-person' } },
      });
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      const reference = String(fieldIn(answer.body, 'reference'));
      await does('community', 'check', reference);
      await does('town', 'review', reference);
      await does('town', 'appointment', reference, {
        ...{ assessor: people.assessor.staffId, day: '2026-11-25' },
      });
      await does('assessor', 'assessment', reference, assessment);
      await does('technician', 'feasibility', reference, feasible);
      await does('planner', 'plan', reference, { year: 2026, lines });
      await does('community', 'agreement', reference, { agrees: true, how: 'in-person' });
      return reference;
    },
    agreedAtOnce: async (n, change = {}) => {
      const now = core.clock.now();
      const command = commandOf(intentOf(people.community, core));
      const asked = { ...application(n, change), wants: [...application(n, change).wants] };
      const { stored } = await apply(
        deps,
        command,
        { ...asked, consent: { version: consentVersion, how: 'paper' } },
        officerOf(people.community),
      );
      const calendar = await calendars.current(now);
      const act = (who: Person) => ({ by: officerOf(people[who]), now, calendar });
      const steps: readonly ((renovation: Renovation) => RenovationDecision)[] = [
        rules.from(['applied'], (one) => rules.check(one, act('community'))),
        rules.from(['checked'], (one) => rules.review(one, act('town'))),
        rules.from(['reviewed'], (one) =>
          rules.appoint(one, act('town'), officerOf(people.assessor), parseLocalDate('2026-11-25')),
        ),
        rules.from(['reviewed'], (one) =>
          assess(one, act('assessor'), v.parse(assessmentSchema, assessment)),
        ),
        rules.from(['assessed'], (one) => findFeasible(one, act('technician'), feasibleItems)),
        rules.from(['feasible'], (one) => plan(one, act('planner'), planLines, terms)),
        rules.from(['planned'], (one) =>
          answerPlan(one, { ...act('community'), how: 'paper' }, { agrees: true }),
        ),
      ];
      await changeRenovation(deps, {
        reference: stored.id,
        command: commandOf(intentOf(people.planner, core)),
        ifMatch: undefined,
        decide: ({ stored: found }) => {
          const events: LedgerEvent[] = [];
          let state = found.state;
          for (const step of steps) {
            const decided = step(state);
            if ('refusal' in decided) return decided;
            events.push(...decided.events);
            state = decided.next;
          }
          const [first, ...rest] = events;
          return first && { next: state, events: [first, ...rest] };
        },
      });
      return stored.id;
    },
    approve: async (reference, year = 2026) => {
      const { version } = await read(reference);
      return staff('approval', 'district', { params: { reference }, body: { year }, ifMatch: version });
    },
    left: async (fund) => {
      const left = parseLeft(await core.store.get(leftKey(fund)));
      if (!left) throw new Error(`nothing is known of ${fund}`);
      return left;
    },
    all: async () => {
      const stored: Stored<Renovation>[] = [];
      for (const { PK, SK } of await platform.everything()) {
        if (!String(PK).startsWith('RENOVATION#') || SK !== 'STATE') continue;
        stored.push(await read(String(PK).slice('RENOVATION#'.length)));
      }
      return stored;
    },
    project: async () => {
      for (const item of await platform.everything()) {
        if (String(item['PK']).startsWith('RENOVATION#') && item['SK'] === 'STATE') {
          await applyProjection(core.store, renovationProjector, item, 'stream');
        }
      }
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};
