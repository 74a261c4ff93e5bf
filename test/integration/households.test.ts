import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  fieldIn,
  type HouseholdBed,
  home,
  idNumberOf,
  openHouseholds,
  outcome,
  places,
  registering,
  textIn,
} from '../support/households.ts';

let bed: HouseholdBed;
beforeAll(async () => {
  bed = await openHouseholds();
});
afterAll(async () => bed[Symbol.asyncDispose]());

const person = (change: object = {}) => ({ name: '李大山', relation: '户主', ...change });

describe('registering', () => {
  test('a household is shown with its people masked', async () => {
    const number = idNumberOf(1);
    const body = registering(1, {
      members: [
        person({
          idNumber: ` ${number.toLowerCase()} `,
          phone: '+86 138-1234-5678',
          categories: ['elderly'],
        }),
        person({ name: '李小山', relation: '子', categories: ['disabled', 'disabled'] }),
      ],
    });
    const { status, body: shown } = await bed.call('register', 'lead', { body });
    expect({ status, shown }).toMatchObject({
      status: 201,
      shown: {
        status: 'active',
        categories: ['disabled', 'elderly'],
        hasPhone: true,
        members: [
          { no: 1, name: '李**', idNumber: `3704**********${number.slice(-4)}`, phone: '138****5678' },
          { no: 2, name: '李**', categories: ['disabled'] },
        ],
      },
    });
  });

  test('nothing in the table shows a name, an ID number or a phone', async () => {
    const number = idNumberOf(2);
    await bed.register(
      registering(2, { members: [person({ name: '赵不显', idNumber: number, phone: '13911112222' })] }),
    );
    const table = JSON.stringify(await bed.platform.everything());
    expect([table.includes('赵不显'), table.includes(number), table.includes('13911112222')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(bed.platform.logged.join('\n')).not.toContain('赵不显');
  });

  test('the same request sent again is the same household', async () => {
    const call = { body: registering(3), key: 'a-key-of-sixteen-characters' };
    const first = await bed.call('register', 'lead', call);
    expect(await bed.call('register', 'lead', call)).toMatchObject({ status: 201, body: first.body });
  });

  test('a visitor writes down a door nobody knew, and changes nothing', async () => {
    const body = { ...registering(4), source: 'visit' };
    const answer = await bed.call('register', 'visitor', { body });
    expect(answer).toMatchObject({ status: 201, body: { source: 'visit', mayChange: false, mayOpen: true } });
    const household = textIn(answer.body, 'household') ?? '';
    expect(outcome(await bed.change('departure', household, { reason: 'moved' }, 'visitor'))).toBe(
      '403 access.role',
    );
  });

  test.each([
    ['outside the own area', places.otherVillage, '403 access.scope'],
    ['that does not exist', '370402/370402101/370402101999', '422 household.village_unknown'],
  ])('a village %s takes none', async (_, village, expected) => {
    const answer = await bed.call('register', 'lead', { body: { ...registering(5), village } });
    expect(outcome(answer)).toBe(expected);
  });

  test('a town is no village', async () => {
    const answer = await bed.call('register', 'lead', {
      body: { ...registering(5), village: places.town },
    });
    expect(outcome(answer)).toBe('400 request.invalid');
  });

  test('an address another household has is refused, and who has it is named to who may see it', async () => {
    const household = await bed.register(registering(6));
    const other = registering(6, {
      address: { text: '幸福 小区', building: '６', unit: '1', room: ' 101' },
      members: [person()],
    });
    const { status, body } = await bed.call('register', 'lead', { body: other });
    expect({ status, errors: fieldIn(body, 'errors') }).toMatchObject({
      status: 409,
      errors: [{ path: 'details.address', code: 'household.address_taken', n: household }],
    });
  });

  test('a shop is told from the home at its address, and from another shop, by its name', async () => {
    await bed.register(registering(7));
    const shop = (shopName: string) => registering(7, { kind: 'shop', shopName, members: [person()] });
    expect(outcome(await bed.call('register', 'lead', { body: shop('小李理发') }))).toBe('201');
    expect(outcome(await bed.call('register', 'lead', { body: shop('老王早点') }))).toBe('201');
    expect(outcome(await bed.call('register', 'lead', { body: shop('小李 理发') }))).toBe(
      '409 household.address_taken',
    );
  });

  test('a person is in one household; one outside the own area is not named', async () => {
    const members = [person({ idNumber: idNumberOf(8) })];
    const first = registering(8, { members });
    expect(
      outcome(await bed.call('register', 'stranger', { body: { ...first, village: places.otherVillage } })),
    ).toBe('201');
    const { status, body } = await bed.call('register', 'lead', { body: registering(9, { members }) });
    expect({ status, errors: fieldIn(body, 'errors') }).toMatchObject({
      status: 409,
      errors: [{ path: 'members.0.idNumber', code: 'household.id_number_taken', n: '' }],
    });
  });

  test.each([
    [
      'a wrong check character',
      { members: [person({ idNumber: '370402199001010019' })] },
      'members.0.idNumber id_number.check_character',
    ],
    [
      'a day that does not exist',
      { members: [person({ idNumber: '370402199002300013' })] },
      'members.0.idNumber id_number.birth_date',
    ],
    [
      'one person twice',
      { members: [person({ idNumber: idNumberOf(10) }), person({ idNumber: idNumberOf(10) })] },
      'members.1.idNumber id_number.repeated',
    ],
    ['a masked phone', { members: [person({ phone: '138****5678' })] }, 'members.0.phone field.masked'],
    ['a masked name', { members: [person({ name: '李**' })] }, 'members.0.name field.masked'],
    [
      'a name of ten thousand characters',
      { members: [person({ name: '长'.repeat(10_000) })] },
      'members.0.name text.too_long',
    ],
    ['nobody in it', { members: [] }, 'members field.required'],
    ['a shop without a name', { kind: 'shop' }, 'details.shopName field.required'],
    [
      'an unknown category',
      { members: [person({ categories: ['rich'] })] },
      'members.0.categories.0 field.choice',
    ],
  ])('%s is refused at its field', async (_, change, expected) => {
    const { status, body } = await bed.call('register', 'lead', { body: registering(10, change) });
    const errors = fieldIn(body, 'errors');
    const said = Array.isArray(errors) ? errors.map(({ path, code }) => `${path} ${code}`) : [];
    expect({ status, said }).toEqual({ status: 400, said: [expected] });
  });

  test('what looks like a formula stays the text it is', async () => {
    const address = { text: '=HYPERLINK("http://x","y")', room: '+1' };
    const household = await bed.register(registering(11, { address }));
    expect((await bed.read(household)).state.address).toEqual(address);
  });
});

describe('changing', () => {
  test('what is not sent of a person stays, null takes it out, and a new person gets a new number', async () => {
    const household = await bed.register(
      registering(20, {
        members: [
          person({ idNumber: idNumberOf(20), phone: '13700000020' }),
          person({ name: '张二', relation: '妻' }),
        ],
      }),
    );
    const answer = await bed.change('members', household, {
      members: [
        { no: 1, relation: '户主', phone: null },
        { name: '李三', relation: '子', idNumber: idNumberOf(21) },
      ],
    });
    expect(answer).toMatchObject({ status: 200, body: { members: [{ no: 1, name: '李**' }, { no: 3 }] } });
    const contact = await bed.call('contact', 'lead', {
      params: { household },
      body: { reason: '电话回访' },
    });
    expect(contact.body).toEqual({
      members: [
        { no: 1, name: '李大山', idNumber: idNumberOf(20) },
        { no: 3, name: '李三', idNumber: idNumberOf(21) },
      ],
    });
  });

  test('a number one member keeps is not given to another', async () => {
    const household = await bed.register(
      registering(19, { members: [person({ idNumber: idNumberOf(19) })] }),
    );
    const members = [
      { no: 1, relation: '户主' },
      { name: '李三', relation: '子', idNumber: idNumberOf(19) },
    ];
    expect(outcome(await bed.change('members', household, { members }))).toBe(
      '422 household.id_number_twice',
    );
    const given = [{ ...members[0], idNumber: null }, members[1]];
    expect(outcome(await bed.change('members', household, { members: given }))).toBe('200');
  });

  test('an ID number that was taken out is free for another household', async () => {
    const members = [person({ idNumber: idNumberOf(22) })];
    const household = await bed.register(registering(22, { members }));
    expect(outcome(await bed.call('register', 'lead', { body: registering(23, { members }) }))).toBe(
      '409 household.id_number_taken',
    );
    await bed.change('members', household, { members: [{ no: 1, relation: '户主', idNumber: null }] });
    expect(outcome(await bed.call('register', 'lead', { body: registering(23, { members }) }))).toBe('201');
  });

  test('a member who is not there cannot be changed', async () => {
    const household = await bed.register(registering(24));
    const body = { members: [{ no: 9, relation: '户主' }] };
    expect(outcome(await bed.change('members', household, body))).toBe('422 household.member_unknown');
    const twice = {
      members: [
        { no: 1, relation: '户主' },
        { no: 1, relation: '子' },
      ],
    };
    expect(outcome(await bed.change('members', household, twice))).toBe('422 household.member_unknown');
  });

  test('a household that moves gives its old door free', async () => {
    const household = await bed.register(registering(25));
    const { members: _, ...details } = home(26);
    expect(outcome(await bed.change('details', household, { details }))).toBe('200');
    expect(outcome(await bed.call('register', 'lead', { body: registering(26) }))).toBe(
      '409 household.address_taken',
    );
    expect(outcome(await bed.call('register', 'lead', { body: registering(25) }))).toBe('201');
  });

  test('one that left gives everything free, and comes back only while nobody took it', async () => {
    const members = [person({ idNumber: idNumberOf(27) })];
    const household = await bed.register(registering(27, { members }));
    expect(outcome(await bed.change('departure', household, { reason: 'moved', note: '搬到外地' }))).toBe(
      '200',
    );
    expect(outcome(await bed.change('departure', household, { reason: 'moved' }))).toBe(
      '409 household.is_gone',
    );
    const { members: _, ...details } = home(28);
    expect(outcome(await bed.change('details', household, { details }))).toBe('409 household.is_gone');
    expect(outcome(await bed.change('return', household))).toBe('200');
    await bed.change('departure', household, { reason: 'demolished' });
    const next = await bed.register(registering(27, { members }));
    const back = await bed.change('return', household);
    expect({ outcome: outcome(back), errors: fieldIn(back.body, 'errors') }).toMatchObject({
      outcome: '409 household.address_taken',
      errors: [{ n: next }],
    });
  });

  test('two who decided on the same version: one is shown what the other did', async () => {
    const household = await bed.register(registering(29));
    const { members: _, ...details } = home(30);
    const call = { params: { household }, body: { details }, ifMatch: 1 };
    expect(outcome(await bed.call('details', 'lead', call))).toBe('200');
    const late = await bed.call('departure', 'lead', {
      params: { household },
      body: { reason: 'moved' },
      ifMatch: 1,
    });
    expect(outcome(late)).toBe('412 request.stale');
    expect(fieldIn(late.body, 'current')).toMatchObject({ version: 2, address: { building: '30' } });
  });
});

describe('areas', () => {
  test('a village is divided into areas of different names', async () => {
    const area = await bed.area('第2片区');
    await bed.area('第10片区');
    expect(
      outcome(await bed.call('createArea', 'lead', { body: { village: places.village, name: '第２片区' } })),
    ).toBe('409 household.area_name_taken');
    await bed.project();
    const { body } = await bed.call('areas', 'visitor', { query: { node: places.village } });
    expect(fieldIn(body, 'areas')).toMatchObject([{ area, name: '第2片区' }, { name: '第10片区' }]);
  });

  test('a renamed area gives its name free; a closed one takes no households', async () => {
    const area = await bed.area('东片区');
    const renaming = { params: { area }, body: { name: '东一片区' }, ifMatch: 1 };
    expect(outcome(await bed.call('areaName', 'lead', renaming))).toBe('200');
    await bed.area('东片区');
    const inside = await bed.register(registering(31, { area }));
    expect(outcome(await bed.call('areaClosure', 'lead', { params: { area }, body: {}, ifMatch: 2 }))).toBe(
      '200',
    );
    expect(outcome(await bed.call('areaClosure', 'lead', { params: { area }, body: {}, ifMatch: 3 }))).toBe(
      '409 household.area_closed',
    );
    expect(outcome(await bed.call('register', 'lead', { body: registering(32, { area }) }))).toBe(
      '422 household.area_unknown',
    );
    const { members: _, ...details } = home(33, { area });
    expect(outcome(await bed.change('details', inside, { details }))).toBe('200');
  });

  test('an area of another village is none', async () => {
    const area = await bed.area('西片区', places.secondVillage);
    expect(outcome(await bed.call('register', 'lead', { body: registering(34, { area }) }))).toBe(
      '422 household.area_unknown',
    );
  });
});

describe('at the same instant', () => {
  test('of many who register one door, one does', async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        bed.call('register', 'lead', { body: registering(50, { members: [person({ name: `赵${n}` })] }) }),
      ),
    );
    expect(answers.map(outcome).sort()).toEqual(['201', ...Array(7).fill('409 household.address_taken')]);
  });

  test('of many who register one person, one does', async () => {
    const members = [person({ idNumber: idNumberOf(51) })];
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, n) =>
        bed.call('register', 'lead', { body: registering(60 + n, { members }) }),
      ),
    );
    expect(answers.map(outcome).sort()).toEqual(['201', ...Array(7).fill('409 household.id_number_taken')]);
  });
});
