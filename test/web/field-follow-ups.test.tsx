import { render, screen, waitFor, within } from '@solidjs/testing-library';
import { beforeEach, expect, it } from 'vitest';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { followUpsWords } from '../../web/src/field/follow-ups/follow-ups.words.ts';
import { FollowUpsList } from '../../web/src/field/follow-ups/follow-ups-list.tsx';
import { problem, reply, session, useService } from './admin.support.tsx';

const service = useService();
const { list } = renovationContract.routes;
beforeEach(() => followUpsWords.load());

const home = (reference: string, followUpOn: string): object => ({
  ...{ reference, version: 9, state: 'paid', village: '370402/370402103/370402103201', name: '王**' },
  ...{ category: 'limbs', grade: 2, circumstances: [], items: ['toilet'], overdue: false, followUpOn },
  appliedAt: '2026-03-02T01:00:00.000Z',
});

it('lists the homes of the area that are to be visited again, whose day is over said so, each the way to its record', async () => {
  service().answer(list, () =>
    reply(list, {
      rows: [home('AFCT46E69A', '2026-01-05'), home('BX2K77M4QD', '2126-11-20')],
      asOf: '2026-11-23T04:00:00.000Z',
    }),
  );
  render(() => <FollowUpsList staffId={session.staffId} />);
  expect(await screen.findByRole('heading', { name: '要回访的改造住房（2）' })).toBeTruthy();
  const [first, second] = screen.getAllByRole('link');
  expect(first?.getAttribute('href')).toBe('/admin/renovations/AFCT46E69A');
  expect(within(first ?? document.body).getByText('01-05 起就该回访')).toBeTruthy();
  expect(within(second ?? document.body).getByText('11-20 起回访')).toBeTruthy();
  const asked = service().received.find(({ path }) => path === '/api/renovations');
  expect([asked?.query.get('node'), asked?.query.get('list')]).toEqual([session.scope, 'follow-ups']);
});

it('says nothing where there is none, or none can be asked for', async () => {
  service().answer(list, () => problem('access.role', 403));
  const { container } = render(() => <FollowUpsList staffId={session.staffId} />);
  await waitFor(() => expect(service().received.some(({ path }) => path === '/api/renovations')).toBe(true));
  expect(container.textContent).toBe('');
});
