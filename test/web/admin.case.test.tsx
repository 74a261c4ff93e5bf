import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { describe, expect, it } from 'vitest';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { claimed, openDesk, problem, reference, reply, transferred, useService } from './admin.support.tsx';

const service = useService();
const { routes } = issuesContract;

const openAction = async (name: string): Promise<HTMLElement> => {
  openDesk(`/admin/issues/${reference}`);
  fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByRole('dialog');
};

const write = (dialog: HTMLElement, text: string): void => {
  fireEvent.input(within(dialog).getByRole('textbox'), { target: { value: text } });
};
const send = (dialog: HTMLElement, name: string): void => {
  fireEvent.click(within(dialog).getByRole('button', { name }));
};

describe('a command on a case', () => {
  it('only what the service allows now is offered', async () => {
    openDesk(`/admin/issues/${reference}`);
    const offered = within(await screen.findByRole('region', { name: '我可以办理' })).getAllByRole('button');
    expect(offered.map((button) => button.textContent)).toEqual(['认领', '退回', '写备注']);
  });

  it('an empty reason is not sent; the summary has the focus, names the field and leads to it', async () => {
    const dialog = await openAction('退回');
    send(dialog, '退回');
    const summary = await within(dialog).findByRole('alert');
    expect(document.activeElement).toBe(summary);
    fireEvent.click(within(summary).getByRole('link', { name: '退回理由：请填写这一项' }));
    expect(document.activeElement).toBe(within(dialog).getByRole('textbox'));
    expect(service().sent('POST')).toEqual([]);
  });

  it('what the service refuses about a field stands at that field', async () => {
    service().answer(routes.return, () =>
      problem('request.invalid', 400, {
        errors: [{ path: 'reason', code: 'text.control_characters', n: '', message: '' }],
      }),
    );
    const dialog = await openAction('退回');
    write(dialog, '不归我们管');
    send(dialog, '退回');
    await within(dialog).findByRole('alert');
    expect(within(dialog).getByRole('textbox').getAttribute('aria-invalid')).toBe('true');
  });

  it('pressing twice sends once', async () => {
    let arrived = (_: Response): void => undefined;
    service().answer(routes.claim, () => new Promise<Response>((resolve) => (arrived = resolve)));
    const dialog = await openAction('认领');
    send(dialog, '认领');
    const busy = await within(dialog).findByRole('button', { name: '正在提交…' });
    busy.focus();
    fireEvent.click(busy);
    fireEvent.submit(busy.closest('form') ?? busy);
    expect(document.activeElement).toBe(busy);
    expect(service().sent('POST')).toHaveLength(1);
    arrived(reply(routes.claim, claimed(3), 3));
    expect(await screen.findByText('已认领。')).toBeTruthy();
  });

  it('trying again after a failure keeps the key, so that it cannot be done twice; the next command has its own', async () => {
    let tries = 0;
    service().answer(routes.comment, () => {
      tries += 1;
      return tries === 1
        ? problem('service.failed', 500)
        : reply(routes.comment, transferred({ version: 2 + tries }), 2 + tries);
    });
    const dialog = await openAction('写备注');
    write(dialog, '已联系村里');
    send(dialog, '写备注');
    await within(dialog).findByText('系统出了问题，没有办成。请过一会儿再试。');
    send(dialog, '写备注');
    await screen.findByText('备注已写入记录。');
    fireEvent.click(screen.getByRole('button', { name: '写备注' }));
    const again = await screen.findByRole('dialog');
    write(again, '第二条');
    send(again, '写备注');
    await waitFor(() => expect(service().sent('POST')).toHaveLength(3));
    const [first, second, third] = service()
      .sent('POST')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it('what was written outlives closing the dialog', async () => {
    const dialog = await openAction('退回');
    write(dialog, '写了一半');
    fireEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    fireEvent.click(screen.getByRole('button', { name: '退回' }));
    const again = await screen.findByRole('dialog');
    expect(within(again).getByRole('textbox')).toHaveProperty('value', '写了一半');
  });

  it('a session that ended costs nothing that was written', async () => {
    service().answer(routes.return, () => problem('session.required', 401));
    const dialog = await openAction('退回');
    write(dialog, '不归我们管');
    send(dialog, '退回');
    const link = await within(dialog).findByRole('link', { name: /在新标签页登录/ });
    expect(link.getAttribute('target')).toBe('_blank');
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '不归我们管');
  });
});

describe('a colleague who was faster', () => {
  const faster = transferred({ version: 5, urgency: 'urgent' });

  it('what changed is shown, what was written is kept, and it is applied to the new version only when told', async () => {
    service().answer(routes.return, ({ headers }) =>
      headers.get('if-match') === '"5"'
        ? reply(routes.return, transferred({ version: 6, state: 'registered', assignment: undefined }), 6)
        : problem('request.stale', 412, { current: faster, version: 5 }),
    );
    const dialog = await openAction('退回');
    write(dialog, '不归我们管');
    send(dialog, '退回');
    const pane = await within(dialog).findByRole('alert');
    expect(document.activeElement).toBe(pane);
    const change = within(pane).getByRole('row', { name: /紧急程度/ });
    expect(change.textContent).toBe('紧急程度一般（3 个工作日）紧急（当日办结）');
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '不归我们管');
    expect(service().sent('POST')).toHaveLength(1);

    send(dialog, '按现在的情况提交');
    await screen.findByText('已退回。');
    expect(
      service()
        .sent('POST')
        .map(({ headers }) => headers.get('if-match')),
    ).toEqual(['"2"', '"5"']);
    expect(service().sent('POST')[1]?.body).toEqual({ reason: '不归我们管' });
  });

  it('when it can no longer be done that is said, and the text stays to be copied', async () => {
    service().answer(routes.return, () => problem('request.stale', 412, { current: claimed(5), version: 5 }));
    const dialog = await openAction('退回');
    write(dialog, '不归我们管');
    send(dialog, '退回');
    expect(await within(dialog).findByText(/现在的状态已不能这样办/)).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: '按现在的情况提交' })).toBeNull();
    expect(within(dialog).getByRole('textbox')).toHaveProperty('value', '不归我们管');
    fireEvent.click(within(dialog).getByRole('button', { name: '取消' }));
    expect(await screen.findByRole('button', { name: '办结' })).toBeTruthy();
  });
});

describe('the history of a case', () => {
  it('every event is put into words, and it says whether the chain is whole', async () => {
    service().answer(routes.history, () =>
      reply(routes.history, {
        events: [
          {
            n: 1,
            type: 'registered',
            at: '2096-11-22T02:10:00.000Z',
            by: 'resident',
            data: { source: 'form' },
          },
          {
            n: 2,
            type: 'deadline-recomputed',
            at: '2096-11-22T03:00:00.000Z',
            by: 'calendar',
            data: { from: '2096-11-25T16:00:00.000Z', to: '2096-11-26T16:00:00.000Z' },
          },
          { n: 3, type: 'something-new', at: '2096-11-22T04:00:00.000Z', by: '高建国', data: { odd: [1] } },
        ],
        whole: false,
        brokenAt: 2,
      }),
    );
    openDesk(`/admin/issues/${reference}`);
    expect(await screen.findByText(/记录在第 2 条断开/)).toBeTruthy();
    const entries = screen.getAllByRole('listitem').filter((item) => item.querySelector('time') !== null);
    const [newest, recomputed, first] = entries.map((entry) => entry.textContent);
    expect(newest).toContain('something-new');
    expect(recomputed).toContain('期限由 11月25日（周日）24:00 前 改为 11月26日（周一）24:00 前');
    expect(recomputed).toContain('系统');
    expect(first).toContain('登记');
    expect(first).toContain('群众');
  });
});
