import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { type Calendars, createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import type { IssueAction } from '../../functions/issues/issues.actions.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import { issuesRoutes } from '../../functions/issues/issues.routes.ts';
import type { Issue, IssueState } from '../../functions/issues/issues.states.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import type { IssueDependencies } from '../../functions/issues/issues.usecases.ts';
import { type Principal, roles } from '../../functions/platform/contract/roles.ts';
import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Stored } from '../../functions/platform/ledger/steps.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openPlatform, type Platform } from './core.ts';
import type { Account } from './district.ts';
import { buildDistrict, places } from './district.ts';
import { applyProjection } from './projections.ts';

export { places };

/** Who acts in the tests of issues; the first ten hold one role each, in the town, the handler in the bureau. */
export type People = Readonly<Record<(typeof peopleNames)[number], Principal>>;
const peopleNames = [
  ...roles,
  /** A second handler of the bureau. */
  'colleague',
  /** A handler of the town's own office. */
  'officeHandler',
  'otherSupervisor',
  /** Leads another town. */
  'stranger',
  /** Holds every role in the whole district: neither role nor area ever refuses this one. */
  'everybody',
] as const;

export type IssueRoute = keyof typeof issuesContract.routes;
type Versioned = Exclude<IssueAction, 'contact'>;

export const report = {
  category: 'roads',
  what: '路灯坏了，晚上看不见路。',
  place: { path: places.village, text: '3号楼前' },
  reporter: { name: '王小明', phone: '138 1234 5678' },
  source: 'phone',
  consent: true,
} as const;

const said = '住建局：已派人查看。';

/** A body every action accepts; a link needs to be told what to. */
export const bodies: Readonly<Record<Exclude<IssueAction, 'link'>, object>> = {
  transfer: { department: places.bureau, urgency: 'normal' },
  claim: {},
  return: { reason: said },
  arbitration: { department: places.bureau, reason: said },
  extension: { workingDays: 5, reason: said },
  'extension-decision': { approved: true, note: said },
  resolution: { outcome: 'solved', measures: said },
  attempt: { channel: 'phone', note: said },
  answer: { reached: true, text: said, channel: 'phone' },
  'follow-up': { reached: true, solved: 'yes', satisfaction: 5, note: said, channel: 'phone', reopen: false },
  reopening: { reason: said },
  comment: { text: said },
  contact: { reason: said },
};

/** Who does it in the tests where it doesn't matter who. */
const usually: Readonly<Record<Versioned, keyof People>> = {
  transfer: 'lead',
  claim: 'handler',
  return: 'handler',
  arbitration: 'supervisor',
  extension: 'handler',
  'extension-decision': 'supervisor',
  resolution: 'handler',
  attempt: 'handler',
  answer: 'handler',
  'follow-up': 'visitor',
  reopening: 'supervisor',
  link: 'lead',
  comment: 'handler',
};

/** What is done to a new issue until it is in a state; a linked one needs another issue too. */
const ways: Readonly<Record<Exclude<IssueState, 'linked'>, readonly Versioned[]>> = {
  registered: [],
  transferred: ['transfer'],
  arbitration: ['transfer', 'return', 'transfer', 'return'],
  claimed: ['transfer', 'claim'],
  resolved: ['transfer', 'claim', 'resolution'],
  answered: ['transfer', 'claim', 'resolution', 'answer'],
  closed: ['transfer', 'claim', 'resolution', 'answer', 'follow-up'],
};

interface Attempted {
  readonly as?: keyof People;
  readonly body?: object;
  readonly ifMatch?: number;
  readonly key?: string;
}

export interface IssueBed extends AsyncDisposable {
  readonly platform: Platform;
  readonly deps: IssueDependencies & { readonly calendars: Calendars };
  readonly people: People;
  /** The function that serves staff, on a core of the test's choice. */
  readonly apiOn: (core: Core) => ApiFunction;
  readonly call: (route: IssueRoute, as: keyof People, call?: Call) => Promise<Answered>;
  /** Registers an issue; its reference. */
  readonly raise: (change?: object, as?: keyof People) => Promise<string>;
  /** Does something with an issue as it stands now. */
  readonly act: (action: Versioned, reference: string, how?: Attempted) => Promise<Answered>;
  /** The same, expected to succeed. @throws Error with the problem otherwise. */
  readonly done: (action: Versioned, reference: string, how?: Attempted) => Promise<void>;
  readonly issueIn: (state: IssueState) => Promise<string>;
  readonly read: (reference: string) => Promise<Stored<Issue>>;
  /** Types of the events of an issue, in order. */
  readonly story: (reference: string) => Promise<string[]>;
  /** What the stream would do for these issues. */
  readonly project: (...references: readonly string[]) => Promise<void>;
}

const principalsOf = async (core: Core): Promise<People> => {
  const { accounts, staff } = await buildDistrict(core);
  const more = async (loginName: string, held: Principal['roles'], scope: string): Promise<Principal> =>
    (await staff({ loginName, name: `${loginName} 二`, roles: [...held], scope })).principal;
  const of = ({ principal }: Account): Principal => principal;
  return {
    visitor: of(accounts.visitor),
    lead: of(accounts.lead),
    handler: of(accounts.handler),
    supervisor: of(accounts.supervisor),
    inspector: of(accounts.inspector),
    culture: of(accounts.culture),
    disability: of(accounts.disability),
    contractor: of(accounts.contractor),
    admin: of(accounts.admin),
    auditor: of(accounts.auditor),
    colleague: await more('colleague', ['handler'], places.bureau),
    officeHandler: await more('office', ['handler'], places.townOffice),
    otherSupervisor: await more('supervisor.two', ['supervisor'], places.district),
    stranger: await more('stranger', ['lead', 'supervisor'], places.otherTown),
    everybody: await more('everybody', roles, places.district),
  };
};

/** A district with its people, its calendar and nothing else; time stands at a Monday morning. */
export const openIssues = async (now?: string): Promise<IssueBed> => {
  const platform = await openPlatform(now);
  const { core, clock } = platform;
  const people = await principalsOf(core);
  const calendars = createCalendars(core);
  await loadPublishedYears(calendars, clock.now());
  const deps = { ...core, calendars, nodes: createOrganisationNodes(core) };
  const byName = new Map<string, Principal>(Object.entries(people));
  // Sessions end with the day; these tests go over weeks, so who calls is named by the cookie itself.
  const authenticate = async ([name = '']: readonly string[]) => byName.get(name);
  const apiOn = (other: Core): ApiFunction => {
    const parts = { ...other, calendars: createCalendars(other), nodes: createOrganisationNodes(other) };
    return apiFunction(issuesContract, issuesRoutes(parts, createCursors(other.keyring)), {
      ...other,
      authenticate,
    });
  };
  const api = apiFunction(issuesContract, issuesRoutes(deps, createCursors(core.keyring)), {
    ...core,
    authenticate,
  });
  const call: IssueBed['call'] = (route, as, what = {}) =>
    callRow(api, issuesContract.routes[route], { ...what, cookie: as });
  const read = async (reference: string): Promise<Stored<Issue>> => {
    const stored = await core.ledger.read(issueType, reference);
    if (!stored) throw new Error(`there is no issue ${reference}`);
    return stored;
  };
  const raise: IssueBed['raise'] = async (change = {}, as = 'lead') => {
    const { status, body } = await call('register', as, { body: { ...report, ...change } });
    const reference = textIn(body, 'reference');
    if (status !== 201 || !reference) throw new Error(`not registered: ${JSON.stringify(body)}`);
    return reference;
  };
  const act: IssueBed['act'] = async (action, reference, how = {}) => {
    const { as = usually[action], ifMatch = (await read(reference)).version, key } = how;
    const body = how.body ?? (action === 'link' ? {} : bodies[action]);
    return call(action, as, { params: { reference }, body, ifMatch, ...(key ? { key } : {}) });
  };
  const done: IssueBed['done'] = async (action, reference, how) => {
    const { status, body } = await act(action, reference, how);
    if (status !== 200) throw new Error(`${action} was refused: ${JSON.stringify(body)}`);
  };
  const issueIn: IssueBed['issueIn'] = async (state) => {
    const reference = await raise();
    if (state === 'linked') {
      await done('link', reference, { body: { to: await raise() } });
      return reference;
    }
    for (const action of ways[state]) await done(action, reference);
    return reference;
  };
  return {
    platform,
    deps,
    people,
    apiOn,
    call,
    raise,
    act,
    done,
    issueIn,
    read,
    story: async (reference) =>
      (await core.ledger.history(issueType.kind, reference)).map(({ type }) => type),
    project: async (...references) => {
      for (const reference of references) {
        const image = await core.store.get({ PK: `${issueType.kind}#${reference}`, SK: 'STATE' });
        if (image) await applyProjection(core.store, issueProjector, image, 'stream');
      }
    },
    [Symbol.asyncDispose]: () => platform[Symbol.asyncDispose](),
  };
};

/** A text field of an answer's body, undefined when it isn't there. */
export const textIn = (body: unknown, field: string): string | undefined => {
  const value = fieldIn(body, field);
  return typeof value === 'string' ? value : undefined;
};

export const fieldIn = (body: unknown, field: string): unknown =>
  typeof body === 'object' && body !== null
    ? Object.entries(body).find(([name]) => name === field)?.[1]
    : undefined;

/** What came of a request: `200`, or the status and code of its problem such as `409 issue.link_full`. */
export const outcome = ({ status, body }: Answered): string =>
  status < 400 ? String(status) : `${status} ${textIn(body, 'code')}`;
