import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { venuesContract } from '../../functions/venues/venues.contract.ts';
import { venuesRoutes } from '../../functions/venues/venues.routes.ts';
import { callRow } from '../support/call.ts';
import { fieldIn, type IssueBed, openIssues, outcome, places, report, textIn } from '../support/issues.ts';
import { newVenue } from '../support/venues.ts';

let bed: IssueBed;
let venue: string;
beforeAll(async () => {
  bed = await openIssues();
  const { core } = bed.platform;
  const venues = apiFunction(venuesContract, venuesRoutes(bed.deps), {
    ...core,
    authenticate: async () => bed.people.culture,
  });
  const made = await callRow(venues, venuesContract.routes.create, { cookie: 'any', body: newVenue() });
  venue = textIn(made.body, 'venue') ?? '';
});
afterAll(async () => bed[Symbol.asyncDispose]());
beforeEach(() => bed.platform.clock.set('2026-11-23T09:00:00+08:00'));

const atVenue = (change: object = {}) => ({
  body: { ...report, category: 'culture', source: 'culture', venue, ...change },
});
const listed = async (as: 'culture' | 'stranger' = 'culture'): Promise<readonly string[]> => {
  const answer = await bed.call('ofVenue', as, { params: { venue } });
  return v.parse(issuesContract.routes.ofVenue.response, answer.body).rows.map(({ reference }) => reference);
};
const lead = (staffId: string, town: string = places.town) => ({ town, staffId });
const own = (leads: readonly object[], department: string = places.bureau) => ({
  body: { category: 'culture', department, leads },
});

test('a problem at a venue nobody owns yet goes the way of every other, and the venue lists it', async () => {
  const answer = await bed.call('register', 'culture', atVenue());
  const reference = textIn(answer.body, 'reference') ?? '';
  expect((await bed.read(reference)).state).toMatchObject({ state: 'registered', source: 'culture', venue });
  await bed.project(reference);
  expect(await listed()).toContain(reference);
});

test('a venue that does not stand at the place is not one of it', async () => {
  const elsewhere = { place: { path: places.secondVillage, text: '门口' } };
  expect(outcome(await bed.call('register', 'culture', atVenue(elsewhere)))).toBe('422 issue.venue_unknown');
  const unknown = { venue: '7777777777' };
  expect(outcome(await bed.call('register', 'culture', atVenue(unknown)))).toMatch(/^4/);
});

test('whoever has nothing to do with the place of a venue does not see its issues', async () => {
  expect(outcome(await bed.call('ofVenue', 'stranger', { params: { venue } }))).toBe('403 access.scope');
});

test("an owner's lead official is somebody of the bureau or the town, for a town of its own", async () => {
  const { admin, handler, stranger, visitor } = bed.people;
  const refused = async (call: object): Promise<string> =>
    outcome(await bed.call('createOwner', 'everybody', call));
  expect(await refused(own([lead(stranger.staffId)]))).toBe('422 owner.lead_unfit');
  expect(await refused(own([lead(visitor.staffId, places.otherTown)]))).toBe('422 owner.lead_unfit');
  expect(await refused(own([lead(handler.staffId, '370402/370402999')]))).toBe('422 owner.town_unknown');
  expect(await refused(own([], places.town))).toBe('422 issue.department_unknown');
  expect(await refused(own([lead(handler.staffId), lead(admin.staffId)]))).toBe('400 request.invalid');
  expect(outcome(await bed.call('createOwner', 'culture', own([])))).toBe('403 access.scope');
});

test('once the bureau owns a category, what is wrong at a venue lies with it at once and its clock runs', async () => {
  const call = own([lead(bed.people.handler.staffId)]);
  expect(outcome(await bed.call('createOwner', 'everybody', call))).toBe('201');
  expect(
    outcome(await bed.call('createOwner', 'everybody', { ...call, key: 'another-owner-of-culture' })),
  ).toBe('409 owner.exists');

  const answer = await bed.call('register', 'culture', atVenue());
  const reference = textIn(answer.body, 'reference') ?? '';
  const { state } = await bed.read(reference);
  expect(state).toMatchObject({ state: 'transferred', venue, assignment: { department: places.bureau } });
  // Monday is not counted: the end of Thursday.
  expect(fieldIn(fieldIn(state, 'clock'), 'dueDate')).toBe('2026-11-26');
  expect(await bed.story(reference)).toEqual(['registered', 'transferred']);
  await bed.done('claim', reference);
  await bed.done('resolution', reference);
  expect((await bed.read(reference)).state).toMatchObject({ state: 'resolved', venue });

  const repeated = await bed.call('register', 'culture', { ...atVenue(), key: 'a-problem-exactly-once' });
  const again = await bed.call('register', 'culture', { ...atVenue(), key: 'a-problem-exactly-once' });
  expect(textIn(again.body, 'reference')).toBe(textIn(repeated.body, 'reference'));
});

test('what is about no venue, or of another category, waits for somebody to send it', async () => {
  const elsewhere = await bed.raise({ category: 'culture' });
  const roads = await bed.call('register', 'culture', atVenue({ category: 'roads' }));
  expect((await bed.read(elsewhere)).state.state).toBe('registered');
  const other = await bed.platform.core.ledger.read(issueType, textIn(roads.body, 'reference') ?? '');
  expect(other?.state.state).toBe('registered');
});

test('lead officials change with the version they were seen in; who stays keeps since when', async () => {
  bed.platform.clock.set('2026-12-01T09:00:00+08:00');
  const { handler, colleague } = bed.people;
  const params = { category: 'culture' };
  const leads = [lead(handler.staffId), lead(colleague.staffId, places.otherTown)];
  const body = { department: places.bureau, leads };
  expect(outcome(await bed.call('changeOwner', 'everybody', { params, body, ifMatch: 7 }))).toBe(
    '412 request.stale',
  );
  expect(outcome(await bed.call('changeOwner', 'everybody', { params, body, ifMatch: 1 }))).toBe('200');
  const { rows } = v.parse(issuesContract.routes.owners.response, (await bed.call('owners', 'auditor')).body);
  expect(rows).toMatchObject([
    {
      ...{ category: 'culture', department: places.bureau, version: 2 },
      leads: [
        { town: places.town, lead: { id: handler.staffId }, since: expect.stringContaining('2026-11-23') },
        { town: places.otherTown, lead: { id: colleague.staffId } },
      ],
    },
  ]);
});

test('people of the bureau and of the town are proposed for it, nobody of another town', async () => {
  const { handler, lead: official, stranger, visitor, auditor } = bed.people;
  const query = { department: places.bureau, town: places.town };
  const answer = await bed.call('leadCandidates', 'everybody', { query });
  const { rows } = v.parse(issuesContract.routes.leadCandidates.response, answer.body);
  const ids = rows.map(({ staffId }) => staffId);
  for (const one of [handler, official]) expect(ids).toContain(one.staffId);
  for (const one of [stranger, visitor, auditor]) expect(ids).not.toContain(one.staffId);
});
