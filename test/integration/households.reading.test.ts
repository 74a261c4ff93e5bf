import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fieldIn,
  type HouseholdBed,
  idNumberOf,
  openHouseholds,
  outcome,
  places,
  registering,
} from '../support/households.ts';

let bed: HouseholdBed;
beforeAll(async () => {
  bed = await openHouseholds();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const person = (change: object = {}) => ({ name: '李大山', relation: '户主', ...change });

describe('reading', () => {
  test('a register is in the order of its doors, and the figures are those of every node above', async () => {
    await using own = await openHouseholds();
    const area = await own.area('一片区');
    for (const n of [10, 9, 2]) await own.register(registering(n, { area }));
    await own.register(registering(1, { members: [person({ categories: ['veteran'] })] }));
    const gone = await own.register(registering(3));
    await own.change('departure', gone, { reason: 'moved' });
    await own.project();
    const rows = async (query: Readonly<Record<string, string>>) => {
      const { body } = await own.call('list', 'visitor', { query: { node: places.village, ...query } });
      const listed = fieldIn(body, 'rows');
      return Array.isArray(listed) ? listed.map(({ address }) => address.building) : body;
    };
    expect(await rows({})).toEqual(['1', '2', '9', '10']);
    expect(await rows({ area })).toEqual(['2', '9', '10']);
    expect(await rows({ area: '-' })).toEqual(['1']);
    expect(await rows({ status: 'gone' })).toEqual(['3']);
    for (const node of [places.district, places.town, places.village]) {
      const { body } = await own.call('figures', 'everybody', { query: { node } });
      expect(fieldIn(body, 'now')).toEqual({ active: 4, home: 4, veteran: 1, gone: 1 });
    }
    const { body } = await own.call('figures', 'lead', {
      query: { node: `${places.village}/${area.toLowerCase()}` },
    });
    expect(fieldIn(body, 'now')).toEqual({ active: 3, home: 3 });
  });

  test('a household outside the own area is not shown, and one that is not there is not found', async () => {
    const household = await bed.register(registering(40));
    expect(outcome(await bed.call('read', 'villager', { params: { household } }))).toBe('403 access.scope');
    expect(
      outcome(await bed.call('contact', 'villager', { params: { household }, body: { reason: '看看' } })),
    ).toBe('403 access.scope');
    expect(outcome(await bed.call('read', 'lead', { params: { household: '2'.repeat(16) } }))).toBe(
      '404 household.not_found',
    );
    expect(outcome(await bed.call('read', 'lead', { params: { household: 'x' } }))).toBe(
      '400 request.invalid',
    );
    expect(outcome(await bed.call('list', 'villager', { query: { node: places.village } }))).toBe(
      '403 access.scope',
    );
  });

  test('neither auditor nor inspector opens a name', async () => {
    const household = await bed.register(registering(41));
    for (const as of ['auditor', 'inspector', 'supervisor']) {
      expect(outcome(await bed.call('read', as, { params: { household } }))).toBe('200');
      const answer = await bed.call('contact', as, { params: { household }, body: { reason: '抽查' } });
      expect(outcome(answer)).toBe('403 access.role');
    }
  });

  test('an opening says who, when and why', async () => {
    const household = await bed.register(registering(42));
    await bed.call('contact', 'visitor', { params: { household }, body: { reason: '预约上门' } });
    const opened = (await bed.platform.everything()).filter(
      ({ PK, SK }) => PK === `HOUSEHOLD#${household}` && String(SK).startsWith('OPENED#'),
    );
    expect(opened).toMatchObject([
      { staffId: bed.people['visitor']?.staffId, reason: '预约上门', at: bed.platform.clock.now() },
    ]);
  });

  test('the history is whole and names no one; the timeline begins with the registration', async () => {
    const household = await bed.register(registering(43, { members: [person({ name: '钱无名' })] }));
    await bed.change('members', household, { members: [{ no: 1, relation: '户主', name: '钱有名' }] });
    bed.platform.clock.advance(1);
    await bed.change('departure', household, { reason: 'moved' });
    await bed.project();
    const history = await bed.call('history', 'auditor', { params: { household } });
    expect(history.body).toMatchObject({
      whole: true,
      events: [{ type: 'registered' }, { type: 'members-changed' }, { type: 'departed' }],
    });
    expect(JSON.stringify(history.body)).not.toMatch(/钱无名|钱有名/);
    const { body } = await bed.call('timeline', 'inspector', { params: { household } });
    expect(fieldIn(body, 'rows')).toMatchObject([{ type: 'departed' }, { type: 'registered' }]);
  });

  test('a look-up finds by ID number and by phone what lies in the own area, and leaves a record', async () => {
    const members = [person({ idNumber: idNumberOf(44), phone: '13655550044' })];
    const household = await bed.register(registering(44, { members }));
    const shop = await bed.register(
      registering(45, { kind: 'shop', shopName: '老李小卖部', members: [person({ phone: '13655550044' })] }),
    );
    const found = async (as: string, body: object) => {
      const { body: answer } = await bed.call('lookUp', as, { body });
      const rows = fieldIn(answer, 'rows');
      return Array.isArray(rows) ? rows.map((row) => row.household).sort() : answer;
    };
    expect(await found('lead', { idNumber: idNumberOf(44) })).toEqual([household]);
    expect(await found('visitor', { phone: '136 5555 0044' })).toEqual([household, shop].sort());
    expect(await found('villager', { phone: '13655550044' })).toEqual([]);
    expect(await found('lead', { idNumber: idNumberOf(999) })).toEqual([]);
    const records = (await bed.platform.everything()).filter(({ PK }) => String(PK).startsWith('LOOKUP#'));
    expect(records.map(({ by }) => by).sort()).toEqual(['id-number', 'id-number', 'phone', 'phone']);
    expect(JSON.stringify(records)).not.toContain('13655550044');
    const both = { idNumber: idNumberOf(44), phone: '13655550044' };
    expect(outcome(await bed.call('lookUp', 'lead', { body: both }))).toBe('400 request.invalid');
  });
});
