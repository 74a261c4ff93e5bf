import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { showChangedCase } from '../../web/src/admin/issues/changed-case.ts';
import { overlay } from '../../web/src/admin/issues/fresh-cases.ts';
import type { IssuePage, Read } from '../../web/src/admin/queries.ts';
import {
  claimed,
  department,
  openDesk,
  reference,
  reply,
  row,
  transferred,
  useService,
} from './admin.support.tsx';

const service = useService();
const { list } = issuesContract.routes;

const page = (rows: readonly object[], readAt = Date.now()): Read<IssuePage> => ({
  body: v.parse(list.response, { rows, asOf: '2096-11-23T00:00:00.000Z' }),
  readAt,
});
const openList = { node: department, list: 'open', isFirstPage: true } as const;

describe('a list read before it has caught up with a command', () => {
  it('shows the case as the command left it, and marks it', () => {
    showChangedCase(claimed(3));
    const { rows, changed } = overlay(page([row({ version: 2 })]), openList);
    expect(rows.map(({ state, version }) => [state, version])).toEqual([['claimed', 3]]);
    expect([...changed]).toEqual([reference]);
  });

  it('leaves out a case the command took out of the list, and says how many', () => {
    showChangedCase(transferred({ version: 3, state: 'registered', assignment: undefined }));
    const { rows, gone } = overlay(page([row({ version: 2 })]), openList);
    expect(rows).toEqual([]);
    expect(gone).toBe(1);
  });

  it('puts a case the command brought into the list on its first page only', () => {
    showChangedCase(claimed(3));
    expect(overlay(page([]), openList).rows).toHaveLength(1);
    expect(overlay(page([]), { ...openList, isFirstPage: false }).rows).toEqual([]);
    expect(overlay(page([]), { ...openList, list: 'closed' }).rows).toEqual([]);
    expect(overlay(page([]), { ...openList, node: '370402/370402999' }).rows).toEqual([]);
  });

  it('a list read long after knows better than this browser where the case stands', () => {
    showChangedCase(claimed(3));
    expect(overlay(page([], Date.now() + 60_000), openList).rows).toEqual([]);
  });

  it('a row newer than the command is left as it is', () => {
    showChangedCase(claimed(3));
    const { rows, changed } = overlay(page([row({ version: 4, handler: '宋立新' })]), openList);
    expect(rows.map(({ handler }) => handler)).toEqual(['宋立新']);
    expect(changed.size).toBe(0);
  });
});

describe('the ledger', () => {
  const two = [row(), row({ reference: 'WNE79KX6CF', state: 'claimed', handler: '宋立新' })];
  const answerWith = (rows: readonly object[]): void =>
    service().answer(list, () => reply(list, { rows, asOf: '2096-11-23T00:00:00.000Z' }));
  const links = (): HTMLElement[] =>
    within(screen.getByRole('table'))
      .getAllByRole('link')
      .filter((link) => link.classList.contains('row-link'));

  it('j and k go from row to row while the focus is in it, and nowhere else', async () => {
    answerWith(two);
    openDesk('/admin/issues');
    const table = await screen.findByRole('table');
    fireEvent.keyDown(document.body, { key: 'j' });
    expect(document.activeElement).toBe(document.body);
    fireEvent.keyDown(table, { key: 'j' });
    expect(document.activeElement).toBe(links()[0]);
    fireEvent.keyDown(links()[0] ?? table, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(links()[1]);
    fireEvent.keyDown(links()[1] ?? table, { key: 'k' });
    expect(document.activeElement).toBe(links()[0]);
  });

  it('refreshing keeps the reader on the case they were on, also when others come before it', async () => {
    answerWith(two);
    openDesk('/admin/issues');
    await screen.findByRole('table');
    const mine = links()[1];
    mine?.focus();
    answerWith([row({ reference: 'X37W7C64XF' }), ...two]);
    fireEvent.click(screen.getByRole('button', { name: '刷新' }));
    await screen.findByText('X37-W7C-64XF');
    expect(document.activeElement).toBe(mine);
    expect(mine?.textContent).toBe('WNE-79K-X6CF');
    expect(links()[2]).toBe(mine);
  });

  it('the list is in the address and the tab says so', async () => {
    openDesk('/admin/issues?list=late');
    await screen.findByRole('table');
    const tabs = screen.getByRole('navigation', { name: '台账分类' });
    expect(within(tabs).getByRole('link', { current: 'page' }).textContent).toBe('逾期 2');
    expect(
      service()
        .received.find(({ path }) => path === '/api/issues')
        ?.query.get('list'),
    ).toBe('late');
  });

  it('a reference as it is written on a note opens the case; a slip is told at once', async () => {
    openDesk('/admin/issues');
    const box = await screen.findByLabelText('按编号打开');
    fireEvent.input(box, { target: { value: 'AFC-T46-E69C' } });
    fireEvent.click(screen.getByRole('button', { name: '打开' }));
    expect(await screen.findByText('编号不完整，或有一个字不对')).toBeTruthy();
    expect(document.activeElement).toBe(box);
    fireEvent.input(box, { target: { value: 'afc-t46-e69a' } });
    fireEvent.click(screen.getByRole('button', { name: '打开' }));
    await waitFor(() => expect(window.location.pathname).toBe(`/admin/issues/${reference}`));
  });

  it('an empty list says that it is empty', async () => {
    answerWith([]);
    openDesk('/admin/issues?list=late');
    expect(await screen.findByRole('heading', { name: '没有逾期的问题' })).toBeTruthy();
  });
});

describe('my work today', () => {
  it('a department sees what to claim apart from what is in hand', async () => {
    service().answer(list, ({ query }) =>
      reply(list, {
        rows:
          query.get('list') === 'open'
            ? [row(), row({ reference: 'WNE79KX6CF', state: 'claimed', handler: '宋立新' })]
            : [],
        asOf: '2096-11-23T00:00:00.000Z',
      }),
    );
    openDesk('/admin');
    const claim = await screen.findByRole('table', { name: '待认领' });
    expect(
      within(claim)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['AFC-T46-E69A']);
    const handling = screen.getByRole('table', { name: '办理中，期限近的在前' });
    expect(
      within(handling)
        .getAllByRole('rowheader')
        .map((cell) => cell.textContent),
    ).toEqual(['WNE-79K-X6CF']);
  });

  it('when nothing waits, that is said', async () => {
    service().answer(list, () => reply(list, { rows: [], asOf: '2096-11-23T00:00:00.000Z' }));
    openDesk('/admin');
    expect(await screen.findByRole('heading', { name: '没有等您办的事' })).toBeTruthy();
  });

  it('no rate stands without its counts', async () => {
    openDesk('/admin');
    expect(await screen.findByText('75.0%（3/4）')).toBeTruthy();
    expect(screen.getByText('66.6%（2/3）')).toBeTruthy();
    expect(screen.getByText('33.3%（1/3）')).toBeTruthy();
  });
});
