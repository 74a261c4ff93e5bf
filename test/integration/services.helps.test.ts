import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newKey } from '../support/call.ts';
import {
  childOf,
  consent,
  fieldIn,
  idNumberOf,
  newEvent,
  newHelp,
  openServices,
  outcome,
  places,
  rowsIn,
  type ServicesBed,
  textIn,
} from '../support/services.ts';

let bed: ServicesBed;
beforeAll(async () => {
  bed = await openServices();
});
afterAll(async () => bed[Symbol.asyncDispose]());

let children = 100;
const child = (): number => {
  children += 1;
  return children;
};

const help = (body: object, key = newKey()) => bed.call('help', 'disability', { body, key });
const begun = async (change: object = {}): Promise<string> =>
  textIn((await help(newHelp(child(), change))).body, 'help') ?? '';
const complete = (id: string, day = '2026-11-20', ifMatch = 1) =>
  bed.call('completeHelp', 'disability', {
    ...{ params: { help: id }, body: { day, outcome: 'clearly-better', amount: 1_000_000 }, ifMatch },
  });
const breakOff = (id: string, ifMatch = 1) =>
  bed.call('breakOffHelp', 'disability', {
    ...{ params: { help: id }, body: { day: '2026-11-01', reason: 'moved' }, ifMatch },
  });
const figures = async (node: string = places.town) => {
  await bed.project();
  return bed.done('serviceFigures', { query: { node, year: '2026' } });
};
const count = (all: unknown, field: string): number => Number(fieldIn(fieldIn(all, 'figures'), field));

describe('the rehabilitation of a child', () => {
  test('begins with the age of the child by the ID number, and keeps the day of birth to itself', async () => {
    const { body } = await help(newHelp(child()));
    expect(body).toMatchObject({
      ...{ state: 'open', age: 8, kind: 'hearing', institution: '市康复中心', amount: 1_200_000 },
      person: { name: '李**', guardian: { name: '李**', relation: '父亲', phone: '139****5678' } },
      consent: { by: 'guardian', how: 'paper', version: '2026-11' },
    });
    expect(JSON.stringify(body)).not.toMatch(/20180305|小童|大山|13900005678/);
  });

  test('needs the guardian and both consents, and they are those of the guardian', async () => {
    const { person, consent: given } = childOf(child());
    const { guardian: _, ...alone } = person;
    const asked = async (change: object) => outcome(await help(newHelp(child(), change)));
    expect(await asked({ person: alone })).toBe('400 request.invalid');
    expect(await asked({ consent: consent({ by: 'self' }) })).toBe('400 request.invalid');
    expect(await asked({ consent: { ...given, sensitive: false } })).toBe('400 request.invalid');
    expect(await asked({ consent: { ...given, version: '2020-01' } })).toBe('400 request.invalid');
  });

  test('is for children: on the day of their eighteenth birthday it does not begin any more', async () => {
    const born = (day: string) => ({ ...childOf(child(), {}, day), from: '2026-09-01' });
    expect(outcome(await help(newHelp(child(), born('20080901'))))).toBe('422 help.not_a_child');
    expect(outcome(await help(newHelp(child(), born('20080902'))))).toBe('201');
    expect(outcome(await help(newHelp(child(), born('20261001'))))).toBe('422 service.day_not_possible');
  });

  test('of one kind is one at a time for each child; another kind may stand beside it', async () => {
    const n = child();
    const first = textIn((await help(newHelp(n))).body, 'help') ?? '';
    expect(outcome(await help(newHelp(n)))).toBe('409 help.open_already');
    expect(outcome(await help(newHelp(n, { kind: 'speech' })))).toBe('201');
    await complete(first);
    expect(outcome(await help(newHelp(n)))).toBe('201');
  });

  test('asked for twice at once begins once', async () => {
    const n = child();
    const outcomes = (await Promise.all([help(newHelp(n)), help(newHelp(n))])).map(outcome);
    expect(outcomes.sort()).toEqual(['201', '409 help.open_already']);
  });

  test('ends once, completed with what came of it and what it cost, or broken off', async () => {
    const one = await begun();
    expect(outcome(await complete(one, '2026-08-31'))).toBe('422 service.day_not_possible');
    expect(outcome(await complete(one, '2026-11-24'))).toBe('422 service.day_not_possible');
    expect((await complete(one)).body).toMatchObject({
      ...{ state: 'completed', amount: 1_000_000, completed: { outcome: 'clearly-better' }, mayKeep: false },
    });
    expect(outcome(await breakOff(one, 2))).toBe('409 help.over');
    expect((await breakOff(await begun())).body).toMatchObject({
      ...{ state: 'broken-off', amount: 1_200_000, brokenOff: { reason: 'moved' } },
    });
  });

  test('stands in the list of its state, masked, and in no other', async () => {
    const one = await begun({ node: places.secondVillage });
    const list = async (state: string) => {
      await bed.project();
      const query = { node: places.secondVillage, state };
      return rowsIn(await bed.call('helps', 'auditor', { query }));
    };
    expect(await list('open')).toMatchObject([{ help: one, name: '李**', age: 8 }]);
    await complete(one);
    expect(await list('open')).toEqual([]);
    expect(await list('completed')).toMatchObject([{ help: one, outcome: 'clearly-better' }]);
  });

  test('counts a child once a year, however many helps, and each help', async () => {
    const start = await figures();
    const n = child();
    const all = await Promise.all(
      ['sight', 'autism', 'limbs'].map((kind) => help(newHelp(n, { kind, node: places.town }))),
    );
    expect(all.map(outcome)).toEqual(['201', '201', '201']);
    const after = await figures();
    expect(count(after, 'children') - count(start, 'children')).toBe(1);
    expect(count(after, 'helps') - count(start, 'helps')).toBe(3);
    const kinds = fieldIn(after, 'helpsByKind');
    expect(kinds).toContainEqual({ kind: 'autism', helps: 1 });
  });

  test('counts in the place and above it, once there even with helps in two villages', async () => {
    const n = child();
    const [one, two, town] = await Promise.all([
      figures(places.village),
      figures(places.secondVillage),
      figures(),
    ]);
    await help(newHelp(n, { kind: 'sight' }));
    await help(newHelp(n, { kind: 'limbs', node: places.secondVillage }));
    const more = async (node: string, before: unknown) =>
      count(await figures(node), 'children') - count(before, 'children');
    expect(await more(places.village, one)).toBe(1);
    expect(await more(places.secondVillage, two)).toBe(1);
    expect(await more(places.town, town)).toBe(1);
  });
});

test('what a year came to in each village of a town is what each says of itself', async () => {
  await help(newHelp(child(), { node: places.village }));
  const one = await figures(places.village);
  const { body } = await bed.call('serviceFiguresBelow', 'disability', {
    query: { node: places.town, year: '2026' },
  });
  expect(fieldIn(body, 'places')).toEqual([
    { node: places.village, figures: fieldIn(one, 'figures') },
    { node: places.secondVillage, figures: fieldIn(await figures(places.secondVillage), 'figures') },
  ]);
  const villages = { query: { node: places.village, year: '2026' } };
  expect(fieldIn(await bed.done('serviceFiguresBelow', villages), 'places')).toEqual([]);
});

describe('an event', () => {
  const record = (change: object = {}) =>
    bed.call('recordEvent', 'disability', { body: newEvent({ node: places.village, ...change }) });

  test('counts people, volunteers, leaflets, works and takings of its year, until it is withdrawn', async () => {
    const start = await figures();
    const { body } = await record({ kind: 'charity-sale', works: 40, takings: 320_000 });
    const after = await figures();
    const more = (field: string) => count(after, field) - count(start, field);
    expect(['served', 'volunteers', 'leaflets', 'works', 'takings', 'events'].map(more)).toEqual([
      ...[200, 30, 300, 40, 320_000, 1],
    ]);
    expect(fieldIn(after, 'eventsByKind')).toContainEqual({ kind: 'charity-sale', events: 1, served: 200 });
    const withdrawal = {
      params: { event: textIn(body, 'event') ?? '' },
      body: { reason: '重复登记' },
      ifMatch: 1,
    };
    expect((await bed.call('withdrawEvent', 'disability', withdrawal)).body).toMatchObject({
      ...{ state: 'withdrawn', withdrawn: { reason: '重复登记' } },
    });
    expect(outcome(await bed.call('withdrawEvent', 'disability', { ...withdrawal, ifMatch: 2 }))).toBe(
      '409 event.withdrawn',
    );
    expect(fieldIn(await figures(), 'figures')).toEqual(fieldIn(start, 'figures'));
    const query = { node: places.town, year: '2026' };
    expect(rowsIn(await bed.call('events', 'auditor', { query }))).toContainEqual(
      expect.objectContaining({ state: 'withdrawn', works: 40 }),
    );
  });

  test('did not take place tomorrow, nor where nobody is, nor elsewhere', async () => {
    expect(outcome(await record({ day: '2026-11-24' }))).toBe('422 service.day_not_possible');
    expect(outcome(await record({ node: `${places.town}/370402101999` }))).toBe('422 service.node_unknown');
    expect(outcome(await record({ node: places.otherVillage }))).toBe('403 access.scope');
    expect(outcome(await record({ activity: idNumberOf(1).slice(0, 10) }))).toBe('400 request.invalid');
    expect(outcome(await record({ activity: '2222222222' }))).toBe('422 event.activity_unknown');
  });
});
