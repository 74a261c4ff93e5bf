import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { openDesk, reply, session, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = messagesContract;
const asOf = '2026-11-23T04:00:00.000Z';
const village = `${town}/370402103201`;

const finding = {
  ...{ message: 'ABCDEFGHJKLMNPQR', tiding: 'finding-late', subject: 'ledger-noon', node: village },
  about: { kind: 'FINDING', id: 'ledger-noon.370402103201.2026-11-19' },
  ...{ since: '2026-11-20T04:00:00.000Z', writtenAt: asOf, reason: 'above', instead: village },
};
const issue = {
  ...{ message: 'BBCDEFGHJKLMNPQR', tiding: 'issue-transferred', subject: 'roads', node: village },
  ...{ about: { kind: 'ISSUE', id: 'AFCT46E69A' }, since: asOf, by: '2026-11-26', writtenAt: asOf },
  ...{ reason: 'role', readAt: asOf },
};
const mailbox = { address: 'gongzuo@example.cn', choice: 'none', sending: false };

it('the inbox says what, where, since and by when, why it came here, and what is unread; opening one marks it', async () => {
  service().answer(routes.inbox, () => reply(routes.inbox, { rows: [finding, issue], asOf }));
  service().answer(routes.mailbox, () => reply(routes.mailbox, mailbox));
  service().answer(routes.unread, () => reply(routes.unread, { unread: 1 }));
  service().answer(routes.readOne, () => new Response(null, { status: 204 }));
  openDesk('/admin/inbox');
  expect(await screen.findByRole('link', { name: '消息（1 条未读）' })).toBeTruthy();
  const table = await screen.findByRole('table', { name: '给我的消息' });
  const link = within(table).getByRole('link', { name: '台账中午前提交' });
  expect(link.getAttribute('href')).toBe('/admin/findings/ledger-noon.370402103201.2026-11-19');
  for (const text of [
    '已逾期',
    '未读',
    /没有可通知的人，因此转给您/,
    '转办到本部门',
    /应在 2026年11月26日.*前办结/,
  ])
    expect(within(table).getByText(text)).toBeTruthy();
  expect(await screen.findByText(/没有设置邮件服务器/)).toBeTruthy();
  fireEvent.click(link);
  await waitFor(() =>
    expect(
      service()
        .sent('POST')
        .map(({ path }) => path),
    ).toEqual(['/api/inbox/ABCDEFGHJKLMNPQR/reading']),
  );
});

it('a mail that failed says why without an address, and is tried again from the version that was seen', async () => {
  const mail = {
    ...{ mail: 'CBCDEFGHJKLMNPQR', version: 7, state: 'failed', to: '高建国', of: town, messages: 3 },
    ...{ attempts: 5, composedAt: asOf, at: asOf, error: 'recipient-refused' },
  };
  service().answer(accessContract.routes.whoAmI, () =>
    reply(accessContract.routes.whoAmI, { ...session, roles: ['supervisor'], scope: town }),
  );
  service().answer(routes.outbox, () => reply(routes.outbox, { rows: [mail], asOf, sending: true }));
  service().answer(routes.sendAgain, () => reply(routes.sendAgain, { ...mail, state: 'waiting' }, 8));
  openDesk('/admin/outbox');
  expect(await screen.findByText('收件地址被拒绝，请更正邮箱')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '再试一次：给高建国的邮件' }));
  expect(await screen.findByText('会在 5 分钟内再试')).toBeTruthy();
  const [sent] = service().sent('POST');
  expect([sent?.path, sent?.headers.get('if-match')]).toEqual([
    '/api/outbox/CBCDEFGHJKLMNPQR/attempt',
    '"7"',
  ]);
});
