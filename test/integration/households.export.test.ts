import { describe, expect, test } from 'vitest';
import { homes, person } from '../support/households.import.ts';
import { fieldIn, idNumberOf, openHouseholds, outcome, places, registering } from '../support/households.ts';

describe('export', () => {
  test('a register is taken page by page, masked without a reason', async () => {
    await using own = await openHouseholds();
    const id = await own.startImport(250);
    for (let from = 1; from <= 250; from += 50) {
      const rows = homes(from, 50);
      await own.call('loadRows', 'lead', { params: { import: id }, body: { from, rows } });
    }
    await own.project();
    const asked = { node: places.village, plain: false };
    const first = await own.call('exportPage', 'lead', { body: asked });
    const cursor = fieldIn(first.body, 'next');
    const second = await own.call('exportPage', 'lead', { body: { ...asked, cursor } });
    const rows = [first, second].map(({ body }) => fieldIn(body, 'rows'));
    expect(rows.map((page) => Array.isArray(page) && page.length)).toEqual([200, 50]);
    expect(rows[0]).toMatchObject({ 0: { address: { building: '1' }, members: [{ name: '王**' }] } });
    expect((await own.platform.everything()).some(({ PK }) => String(PK).startsWith('EXPORT#'))).toBe(false);
  });

  test('plain values need a reason; who took which households is recorded', async () => {
    await using own = await openHouseholds();
    const members = [person({ idNumber: idNumberOf(7), phone: '13600000007' })];
    const household = await own.register(registering(7, { members }));
    await own.project();
    const asked = { node: places.village, plain: true };
    expect(outcome(await own.call('exportPage', 'lead', { body: asked }))).toBe('400 request.invalid');
    const answer = await own.call('exportPage', 'admin', { body: { ...asked, reason: '年度核对' } });
    expect(fieldIn(answer.body, 'rows')).toMatchObject([
      { household, members: [{ name: '李大山', idNumber: idNumberOf(7), phone: '13600000007' }] },
    ]);
    const records = (await own.platform.everything()).filter(({ PK }) => String(PK).startsWith('EXPORT#'));
    expect(records).toMatchObject([{ reason: '年度核对', households: [household] }]);
    for (const as of ['auditor', 'inspector', 'visitor']) {
      const refused = await own.call('exportPage', as, { body: { ...asked, reason: '看看' } });
      expect(outcome(refused)).toBe('403 access.role');
    }
    expect(outcome(await own.call('exportPage', 'villager', { body: { ...asked, reason: '看看' } }))).toBe(
      '403 access.scope',
    );
  });
});
