import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { bookingsContract } from '../../functions/bookings/bookings.contract.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { listName } from '../../functions/issues/issues.store.ts';
import { consentVersion } from '../../functions/issues/issues.words.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { ApiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { programmeContract } from '../../functions/programme/programme.contract.ts';
import { programmeFiguresContract } from '../../functions/programme/programme-figures.contract.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { createVenue } from '../../functions/venues/venues.usecases.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';
import { course, hall, type offerShelf, residentNamed } from './bookings.ts';
import { callRow } from './call.ts';
import { type Account, type District, intentOf, places } from './district.ts';
import type { Vocabulary } from './events.ts';
import { findSomething } from './findings.ts';
import type { Functions } from './functions.ts';
import { fileSaid, registering } from './households.ts';
import { report, textIn } from './issues.ts';
import { newActivity, thursdays } from './programme.ts';
import { renovationsOf } from './renovation.words.ts';
import { servicesOf } from './services.words.ts';
import { startPlan } from './visits.plan.ts';

/** A register with a few households, an area and a file under way: their ids, as the words of the district. */
const registerOf = async ({ accounts }: District, { households: api }: Functions) => {
  const { cookie } = accounts.lead;
  const made = async (row: RouteRow, body: object, field: string): Promise<string> =>
    textIn((await callRow(api, row, { cookie, body })).body, field) ?? '';
  const { register, createArea, startImport } = householdsContract.routes;
  const area = await made(createArea, { village: places.village, name: '一片区' }, 'area');
  const households = [];
  for (const n of [1, 2, 3]) households.push(await made(register, registering(n, { area }), 'household'));
  const file = await made(startImport, fileSaid(3), 'import');
  return { household: households, area: [area], import: [file] };
};

/** A campaign and one visit of it: their ids, and days that can be handed in. */
const visitsOf = async ({ administrator, accounts, parts }: District, { visits: api }: Functions) => {
  const deps = { ...parts, nodes: createOrganisationNodes(parts) };
  const { campaign, planned } = await startPlan(deps, administrator.principal);
  const entry = {
    ...{ entryId: 'entry-of-a-phone', campaign, household: await planned(accounts.visitor.principal) },
    ...{ at: parts.clock.now(), outcome: 'met', met: [{ relation: 'head' }] },
  };
  const { body } = await callRow(api, visitsContract.routes.record, {
    ...{ cookie: accounts.visitor.cookie, body: { entries: [entry] } },
  });
  const { results } = v.parse(v.object({ results: v.tuple([v.object({ visit: v.string() })]) }), body);
  return {
    ...{ visit: [results[0].visit], campaign: [campaign], day: ['2026-11-23', '2026-11-22'] },
    village: [places.village, '370402101201'],
  };
};

/** A course somebody is enrolled for, a venue with a room that was asked for, what is planned and what is on: what names them. */
const cultureOf = async (
  { accounts, parts }: District,
  { bookings: api, programme, venues, 'programme-figures': figures, targets }: Functions,
  shelf: ReturnType<typeof offerShelf>,
) => {
  const { cookie, principal } = accounts.culture;
  const venue = (await createVenue(parts, intentOf(principal, parts), hall)).id;
  const now = parts.clock.now();
  const offer = 'AAAATE2345';
  // Today, so that people can be checked in to it.
  await shelf.putUp(
    parts,
    course(offer, {
      from: addMinutes(now, 60),
      closesAt: addMinutes(now, 60),
      cutoffAt: addMinutes(now, 30),
    }),
  );
  const { enrol, requestRoom } = bookingsContract.routes;
  const references: string[] = [];
  const said = { source: 'counter', consent: true };
  for (const n of [1, 2, 3]) {
    const body = { offer, attendee: residentNamed(n), ...said };
    references.push(textIn((await callRow(api, enrol, { cookie, body })).body, 'reference') ?? '');
  }
  for (const from of ['09', '11']) {
    const times = { day: '2026-11-30', from: `${from}:00`, to: `${Number(from) + 1}:00` };
    const contact = { name: '王小明', phone: '13812345678' };
    const body = { venue, room: '1', ...times, purpose: '排练', people: 5, contact, ...said };
    references.push(textIn((await callRow(api, requestRoom, { cookie, body })).body, 'reference') ?? '');
  }
  const made = async (api: ApiFunction, row: RouteRow, body: object, field: string): Promise<string> =>
    textIn((await callRow(api, row, { cookie, body })).body, field) ?? '';
  const { create, sessions, publication } = programmeContract.routes;
  const { recordPublicity } = programmeFiguresContract.routes;
  const activities = [
    await made(programme, create, newActivity(), 'activity'),
    await made(programme, create, newActivity(), 'activity'),
  ];
  const [draft = '', published = ''] = activities;
  const ofDraft = { cookie, params: { activity: draft } };
  const inRoom = { rule: thursdays(), venue, room: 2 };
  await callRow(programme, sessions, { ...ofDraft, body: inRoom, ifMatch: 1 });
  const ofPublished = { cookie, params: { activity: published } };
  const somewhere = { rule: thursdays(), place: '书画室' };
  await callRow(programme, sessions, { ...ofPublished, body: somewhere, ifMatch: 1 });
  await callRow(programme, publication, { ...ofPublished, body: {}, ifMatch: 2 });
  const project = {
    ...{ kind: 'equipment', node: places.village, title: '更新音响', year: 2026, dueDay: '2026-12-31' },
  };
  const goal = { node: places.town, year: 2026, subject: 'film', unit: 'sessions', figure: 240 };
  const notice = { node: places.village, day: '2026-11-20', channel: 'wechat', title: '公益培训开班' };
  return {
    references: [...references, ...activities],
    named: {
      ...{ venue: [venue], room: ['1', '2'], offer: [offer], session: [`${offer}.1`] },
      ...{ activity: activities, no: ['1', '2'], week: ['2026-W47', '2026-W48'] },
      upgrade: [await made(venues, venuesContract.routes.createUpgrade, project, 'upgrade')],
      target: [await made(targets, targetsContract.routes.setTarget, goal, 'target')],
      entry: [await made(figures, recordPublicity, notice, 'entry')],
    },
  };
};

/**
 * What is there to be asked for: a few cases of every kind, and what names them.
 * @param shelf where what can be enrolled for is put up
 * @param somebody whose account is named, so that what befalls it befalls nobody who is needed
 */
export const vocabularyOf = async (
  district: District,
  functions: Functions,
  somebody: Account,
  shelf: ReturnType<typeof offerShelf>,
): Promise<Vocabulary> => {
  const references: string[] = [];
  const { cookie, password } = district.accounts.lead;
  for (let n = 0; n < 6; n++) {
    const { body } = await callRow(functions.issues, issuesContract.routes.register, {
      cookie,
      body: report,
    });
    references.push(textIn(body, 'reference') ?? '');
  }
  const register = await registerOf(district, functions);
  const visits = await visitsOf(district, functions);
  const culture = await cultureOf(district, functions, shelf);
  const services = await servicesOf(district, functions);
  const renovations = await renovationsOf(district);
  references.push(...culture.references, ...services.records, ...renovations.references);
  const findings = { ...district.parts, calendars: createCalendars(district.parts) };
  const now = district.parts.clock.now();
  const cursors = createCursors(district.parts.keyring);
  const list = listName(places.town, 'all');
  const last = { PK: `LIST#${list}`, SK: '2026-11-23' };
  const cursor = async (from = now) => (await cursors.seal(list, last, from)) ?? '';
  const { staffId, sessionId } = somebody.principal;
  const { village, town, bureau, district: whole } = places;
  return {
    named: {
      ...{
        reference: references,
        to: [...references, '2026-12', '2026-12-04', '15:00', staffId],
        from: ['2026-01', '2026-11-23', '13:00', staffId],
      },
      ...{ node: [town, whole, village], ...register, ...visits, ...culture.named },
      ...services.named,
      ...renovations.named,
      finding: [await findSomething(findings, 1), await findSomething(findings, 2)],
      month: ['2026-11'],
      ...{ department: [bureau], path: [village], staffId: [staffId], sessionId: [sessionId] },
      ...{ nodeId: ['370402102202'], parent: [places.otherTown], id: ['370402102202'], scope: [village] },
      ...{ year: ['2026', '2027'], name: ['王小明'], phone: ['13812345678'], photoId: ['a'.repeat(32)] },
    },
    within: { renovations: { reference: renovations.references } },
    texts: [
      ...references,
      ...[
        village,
        town,
        bureau,
        '370402102202',
        'scapegoat',
        'new.account',
        '2222222222',
        staffId,
        sessionId,
      ],
      ...[
        '王小明',
        '路灯坏了',
        '13812345678',
        '2026-01',
        '2027-03-31',
        '2026',
        'notice-1',
        'ACEFHJKM',
        '3号楼前',
      ],
      ...['a'.repeat(32), consentVersion, password],
      ...[await cursor(), await cursor(addMinutes(now, -2_000))],
    ],
    numbers: [0, 1, 2, 3, 5, 30, 60, 34.8, 117.3, 2026],
  };
};
