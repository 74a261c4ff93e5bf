import { readFile } from 'node:fs/promises';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import {
  anonymousEnrolment,
  anonymousRoom,
  enrolmentKeptUntil,
  roomKeptUntil,
} from '../../functions/bookings/bookings.retention.ts';
import { enrolmentProjector } from '../../functions/bookings/enrolments.projector.ts';
import { type Enrolment, enrolmentSchema } from '../../functions/bookings/enrolments.states.ts';
import { roomBookingSchema } from '../../functions/bookings/rooms.states.ts';
import { anonymousAssignment, assignmentKeptUntil } from '../../functions/campaigns/assignments.retention.ts';
import { assignmentSchema } from '../../functions/campaigns/assignments.states.ts';
import { checkSchema } from '../../functions/inspections/checks.states.ts';
import {
  anonymousCheck,
  anonymousInspection,
  checkKeptUntil,
  inspectionKeptUntil,
} from '../../functions/inspections/inspections.retention.ts';
import { inspectionSchema } from '../../functions/inspections/inspections.states.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import { parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { progressOf } from '../../functions/renovation/renovation.presentation.ts';
import { shares, standings } from '../../functions/renovation/renovation.projector.ts';
import { anonymousRenovation, renovationKeptUntil } from '../../functions/renovation/renovation.retention.ts';
import { renovationStates } from '../../functions/renovation/renovation.states.ts';
import { retained } from '../../functions/retention/retained.ts';
import { periodEnd, withoutTexts } from '../../functions/retention/retention.rules.ts';
import { retainedItems, retainedKinds } from '../../functions/retention/retention.words.ts';
import { retentionTable } from '../../functions/retention/retention-table.words.ts';
import { handoutProjector } from '../../functions/services/devices.projector.ts';
import { type Handout, handoutSchema } from '../../functions/services/devices.states.ts';
import { anonymousHandout, handoutKeptUntil } from '../../functions/services/services.retention.ts';
import { visitProjector } from '../../functions/visits/visits.projector.ts';
import { anonymousVisit, visitKeptUntil } from '../../functions/visits/visits.retention.ts';
import { type Visit, visitSchema } from '../../functions/visits/visits.states.ts';
import { homes } from '../support/renovation.cases.ts';

const now = parseInstant('2026-11-23T09:00:00+08:00');
const later = parseInstant('2040-01-01T03:20:00+08:00');
const day = parseLocalDate('2026-11-23');
const by = { id: 'WANG', name: '王走访' };
const photo = v.parse(PhotoIdSchema, 'a'.repeat(32));
const village = '370402/370402101/370402101201';
const personal = /李|138\*|4号楼|腿脚/;

describe('a period', () => {
  test('ends with the same day of its last year, at midnight there', () => {
    expect(periodEnd('issues', now)).toBe('2029-11-23T16:00:00.000Z');
    expect(periodEnd('bookings', parseInstant('2026-12-31T23:59:59+08:00'))).toBe('2027-12-31T16:00:00.000Z');
  });

  test('that would end on a day its year has not ends on the last of February', () => {
    expect(periodEnd('bookings', parseInstant('2028-02-29T12:00:00+08:00'))).toBe('2029-02-28T16:00:00.000Z');
  });

  test('over, texts go wherever they stand, and pictures; what is left has the same shape', () => {
    expect(
      withoutTexts({ note: 'a', photos: ['x'], parts: [{ note: 'b', n: 1, photos: [] }], by: { id: 'c' } }, [
        'note',
      ]),
    ).toEqual({ note: '***', photos: [], parts: [{ note: '***', n: 1, photos: [] }], by: { id: 'c' } });
  });
});

test('every entity of the table is in the list of what is kept until when, and nothing else is', async () => {
  const definition = await readFile('functions/platform/ledger/table.ts', 'utf8');
  const [items = ''] = definition.split('Access patterns');
  const entities = [...items.matchAll(/^ \* {3}(\S.*?) +PK \S/gm)].map(([, name]) => name);
  expect(entities.length).toBeGreaterThan(40);
  const covered = new Set<string>(retentionTable.flatMap(({ covers }) => covers));
  expect(entities.filter((name) => name !== undefined && !covered.has(name))).toEqual([]);
  expect([...covered].filter((name) => !entities.includes(name))).toEqual([]);
  const periods = retentionTable.flatMap(({ kept }) => ('years' in kept ? [kept.years] : []));
  expect(periods).toEqual(retainedItems);
});

test('every kind that is said to go has what makes it anonymous', () => {
  expect(Object.fromEntries(retained.map(({ kind, item }) => [kind, item]))).toEqual(retainedKinds);
});

describe('a home', () => {
  test('has a period once nothing more comes of it', () => {
    const ended = renovationStates.filter((state) => renovationKeptUntil(homes[state]) !== undefined);
    expect(ended).toEqual(['closed', 'rejected', 'withdrawn']);
  });

  test.each(['closed', 'rejected', 'withdrawn'] as const)(
    '%s counts and stands as before, with nobody in it, and waits for nothing more',
    (state) => {
      const home = homes[state];
      const anonymous = anonymousRenovation(home, later);
      expect(shares(anonymous)).toEqual(shares(home));
      expect(standings(anonymous)).toEqual(standings(home));
      expect(JSON.stringify(anonymous)).not.toMatch(/王\*|138\*|3704\*|下蹲|a{32}|"person":"person"/);
      expect(renovationKeptUntil(anonymous)).toBeUndefined();
      const unknown = { village: undefined, position: undefined };
      const shown = progressOf({ id: 'R', version: 2, head: '', state: anonymous }, unknown, later);
      expect(shown).toMatchObject({ state, anonymisedAt: later, actions: [] });
    },
  );
});

const visit = v.parse(visitSchema, {
  ...{ entry: 'e', campaign: 'C', household: 'HOUSE', village, address: '4号楼', by, at: now },
  ...{ recordedAt: now, day, outcome: 'met', met: [{ relation: 'head', no: 1, name: '李**' }] },
  ...{ views: '腿脚不便', satisfaction: 4, materials: ['手册'], note: '李家', photos: [photo] },
  ...{ issues: ['I1'], offPeak: false },
});

test('a visit counts on, without whom it met, what they said and where', () => {
  expect(visitKeptUntil(visit)).toBe('2029-11-23T16:00:00.000Z');
  const anonymous = anonymousVisit(visit, later);
  expect(JSON.stringify(anonymous)).not.toMatch(/李|4号楼|腿脚|HOUSE|a{32}/);
  expect(anonymous).toMatchObject({ by, satisfaction: 4, met: [{ relation: 'head' }] });
  const countsOf = (state: Visit) => visitProjector.project({ id: 'V', version: 2, head: '', state }).counts;
  expect(countsOf(anonymous)).toEqual(countsOf(visit));
  expect(visitKeptUntil(anonymous)).toBeUndefined();
});

test('a plan for a household has no period as long as it is to be visited', () => {
  const facts = {
    ...{ campaign: 'C', scope: village, household: 'H', village, address: '4号楼', kind: 'home' },
    ...{ head: '李**', hasPhone: true, categories: ['disabled'], assignee: by, day, order: 1 },
    ...{ tries: [], tried: 0, formerly: [], createdAt: now },
  };
  expect(assignmentKeptUntil(v.parse(assignmentSchema, { status: 'planned', ...facts }))).toBeUndefined();
  const visited = v.parse(assignmentSchema, {
    ...{ status: 'visited', ...facts },
    visited: { visit: 'V', at: now, by },
  });
  expect(assignmentKeptUntil(visited)).toBe('2029-11-23T16:00:00.000Z');
  const anonymous = anonymousAssignment(visited, later);
  expect(JSON.stringify(anonymous)).not.toMatch(personal);
  expect(anonymous).toMatchObject({ status: 'visited', visited: { visit: '***', by }, assignee: by });
});

test('an enrolment stays a year after somebody was last there, or after it was given up', () => {
  const enrolled = {
    ...{ offer: 'A', activity: 'A', title: '书法课', node: village, from: now, until: now, number: 3 },
    ...{ places: 1, who: 'child', name: '李**', phone: '138****0001', age: 9, guardian: '李**' },
    ...{ consent: '2026-11', source: 'counter', enrolledAt: now, enrolledBy: by },
  };
  const came = { 1: { came: true, at: '2026-12-01T09:00:00+08:00', by } };
  const left = { reason: '李家有事', endedAt: '2026-12-24T09:00:00+08:00' };
  const ends = [
    [{ state: 'waiting' }, '2027-11-23T16:00:00.000Z'],
    [{ state: 'confirmed', placedAt: now, attendance: came }, '2027-12-01T16:00:00.000Z'],
    [{ state: 'left', ...left }, '2027-12-24T16:00:00.000Z'],
  ] as const;
  const countsOf = (state: Enrolment) =>
    enrolmentProjector.project({ id: 'E', version: 2, head: '', state }).counts;
  for (const [state, until] of ends) {
    const enrolment = v.parse(enrolmentSchema, { ...enrolled, ...state });
    expect(enrolmentKeptUntil(enrolment)).toBe(until);
    const anonymous = anonymousEnrolment(enrolment, later);
    expect(JSON.stringify(anonymous)).not.toMatch(personal);
    expect(countsOf(anonymous)).toEqual(countsOf(enrolment));
    expect(anonymous.enrolledBy).toEqual(by);
    expect(enrolmentKeptUntil(anonymous)).toBeUndefined();
  }
});

test('a room stays a year after its day', () => {
  const booking = v.parse(roomBookingSchema, {
    ...{ state: 'booked', venue: 'V', venueName: '文化站', node: village, room: 1, roomName: '排练厅' },
    ...{ day, from: '09:00', to: '10:00', startsAt: now, endsAt: now, slots: ['09:00'] },
    ...{ purpose: '李家聚会', people: 8, organisation: '李氏合唱队', name: '李**', phone: '138****0001' },
    ...{ consent: '2026-11', source: 'counter', requestedAt: now },
  });
  expect(roomKeptUntil(booking)).toBe('2027-11-23T16:00:00.000Z');
  const anonymous = anonymousRoom(booking, later);
  expect(JSON.stringify(anonymous)).not.toMatch(personal);
  expect(roomKeptUntil(anonymous)).toBeUndefined();
});

test('a device on loan stays as long as it is; one given for good has ended with it', () => {
  const handout = {
    ...{ stock: 'S', node: village, kind: 'wheelchair', quantity: 1, note: '腿脚不便', at: now, by },
    person: { name: '李**', number: '3704**********1234', withCertificate: true, household: 'H' },
    consent: { by: 'self', how: 'paper', version: '2026-11', at: now, heardBy: by },
  };
  const given = v.parse(handoutSchema, { state: 'given', ...handout });
  const lent = v.parse(handoutSchema, { state: 'lent', ...handout, until: day, extensions: [] });
  expect(handoutKeptUntil(lent)).toBeUndefined();
  expect(handoutKeptUntil(given)).toBe('2029-11-23T16:00:00.000Z');
  const anonymous = anonymousHandout(given, later);
  expect(JSON.stringify(anonymous)).not.toMatch(personal);
  const project = (state: Handout) => handoutProjector.project({ id: 'H', version: 2, head: '', state });
  expect(project(anonymous).counts).toEqual(project(given).counts);
  // The household's timeline knows no more of it.
  expect(project(given).entries.length - project(anonymous).entries.length).toBe(1);
});

test('an inspection keeps which visits were drawn, not where they were', () => {
  const sampled = {
    ...{ visit: 'V', household: 'HOUSE', village, address: '4号楼', by, at: now, day, outcome: 'met' },
    ...{ materials: 0, issues: [], offPeak: false },
  };
  const inspection = v.parse(inspectionSchema, {
    ...{ state: 'finished', node: village, from: day, to: day, seed: 's', population: 1 },
    ...{ populationUntil: now, strata: [], sample: [sampled], drawnBy: by, drawnAt: now },
    ...{ startedBy: by, startedAt: now, finishedBy: by, finishedAt: now },
    results: { villages: [], visitors: [] },
  });
  const check = v.parse(checkSchema, { ...sampled, inspection: 'I', n: 1, openedAt: now });
  expect(inspectionKeptUntil(inspection)).toBe('2029-11-23T16:00:00.000Z');
  expect(checkKeptUntil(check)).toBe('2029-11-23T16:00:00.000Z');
  const drawn = anonymousInspection(inspection, later);
  expect(drawn).toMatchObject({ sample: [{ visit: 'V', by }] });
  expect(JSON.stringify([drawn, anonymousCheck(check, later)])).not.toMatch(/HOUSE|4号楼/);
});
