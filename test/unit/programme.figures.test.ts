import { describe, expect, test } from 'vitest';
import { coverageOf } from '../../functions/programme/figures.rules.ts';

const place = (path: string) => ({ path, name: { zh: path, en: path } });

describe('coverage of a town', () => {
  test('is n of its N villages, those with nothing first, whatever was held elsewhere', () => {
    const held = new Map([
      ['t/2', 3],
      ['t/3', 1],
      ['elsewhere/9', 5],
    ]);
    const villages = ['t/1', 't/2', 't/3'].map(place);
    expect(coverageOf(place('t'), villages, (village) => held.get(village) ?? 0)).toMatchObject({
      ...{ town: 't', covered: 2, of: 3, sessions: 4 },
      villages: [{ village: 't/1', sessions: 0 }, { village: 't/3' }, { village: 't/2' }],
    });
  });

  test('without villages is none of none', () => {
    expect(coverageOf(place('t'), [], () => 1)).toMatchObject({ covered: 0, of: 0, sessions: 0 });
  });
});
