import { MemoryRouter, Route } from '@solidjs/router';
import { cleanup, fireEvent, render, screen, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Button } from '../../web/src/ui/button.tsx';
import { ConfirmHost, confirm } from '../../web/src/ui/dialog.tsx';
import { Clock, CopyButton, DescriptionList, Timeline } from '../../web/src/ui/facts.tsx';
import { OfflineBanner, StatusTag } from '../../web/src/ui/notice.tsx';
import { SubNav } from '../../web/src/ui/page.tsx';
import { ErrorState, LoadingState } from '../../web/src/ui/state.tsx';
import { Pagination, Table } from '../../web/src/ui/table.tsx';
import { showToast, ToastHost } from '../../web/src/ui/toast.tsx';
import { speak, teachDialogs } from './support.ts';

teachDialogs();
beforeEach(() => speak('zh-CN'));
afterEach(cleanup);

const withRouter = (page: () => JSX.Element) =>
  render(() => (
    <MemoryRouter>
      <Route path="*" component={page} />
    </MemoryRouter>
  ));

describe('buttons', () => {
  it('a second press while the first is under way does nothing', () => {
    const press = vi.fn<() => void>();
    render(() => (
      <Button busy onPress={press}>
        提交
      </Button>
    ));
    fireEvent.click(screen.getByRole('button', { name: '提交' }));
    expect(press).not.toHaveBeenCalled();
  });

  it('a busy submit button does not send its form again', () => {
    const sent = vi.fn<(event: Event) => void>((event) => event.preventDefault());
    render(() => (
      <form onSubmit={sent}>
        <Button type="submit" busy>
          提交
        </Button>
      </form>
    ));
    fireEvent.click(screen.getByRole('button'));
    expect(sent).not.toHaveBeenCalled();
  });
});

describe('questions before something that matters', () => {
  beforeEach(() => {
    render(() => <ConfirmHost />);
  });

  it('agreeing answers yes', async () => {
    const answer = confirm({ title: '撤回这件？', confirmLabel: '撤回', danger: true });
    fireEvent.click(screen.getByRole('button', { name: '撤回' }));
    expect(await answer).toBe(true);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('cancelling answers no', async () => {
    const answer = confirm({ title: '撤回这件？' });
    fireEvent.click(screen.getByRole('button', { name: '取消' }));
    expect(await answer).toBe(false);
  });

  it('leaving by the Escape key answers no', async () => {
    const answer = confirm({ title: '撤回这件？' });
    const dialog = screen.getByRole<HTMLDialogElement>('dialog', { name: '撤回这件？' });
    dialog.close();
    expect(await answer).toBe(false);
  });

  it('a question another takes the place of is answered no', async () => {
    const first = confirm({ title: '第一问' });
    const second = confirm({ title: '第二问' });
    expect(await first).toBe(false);
    fireEvent.click(screen.getByRole('button', { name: '确定' }));
    expect(await second).toBe(true);
  });
});

describe('news in passing', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('good news goes by itself, bad news stays until dismissed', () => {
    render(() => <ToastHost />);
    const news = screen.getByRole('status');
    showToast('已保存');
    showToast('没有保存', 'bad');
    expect(news.textContent).toContain('已保存');
    vi.advanceTimersByTime(60_000);
    expect(news.textContent).not.toContain('已保存');
    expect(news.textContent).toContain('没有保存');
    fireEvent.click(within(news).getByRole('button', { name: '关闭' }));
    expect(news.textContent).toBe('');
  });

  it('losing the network is told and taken back when it returns', () => {
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(true);
    render(() => <OfflineBanner />);
    const news = screen.getByRole('status');
    expect(news.textContent).toBe('');
    online.mockReturnValue(false);
    window.dispatchEvent(new Event('offline'));
    expect(news.textContent).toContain('网络已断开');
    online.mockReturnValue(true);
    window.dispatchEvent(new Event('online'));
    expect(news.textContent).toBe('');
    online.mockRestore();
  });
});

describe('ledgers', () => {
  const columns = [
    { key: 'ref', header: '编号', cell: (row: { ref: string; n: number }) => row.ref, isRowHeader: true },
    { key: 'n', header: '件数', cell: (row: { ref: string; n: number }) => row.n, align: 'end' as const },
  ];

  it('every value is read with its row and column, also where the table is laid out as cards', () => {
    render(() => <Table caption="问题台账" columns={columns} rows={[{ ref: 'A1', n: 3 }]} />);
    const table = screen.getByRole('table', { name: '问题台账' });
    expect(within(table).getByRole('columnheader', { name: '件数' })).toBeTruthy();
    expect(within(table).getByRole('rowheader', { name: 'A1' })).toBeTruthy();
    expect(within(table).getByRole('cell', { name: '3' }).getAttribute('data-label')).toBe('件数');
  });

  it('the first page has only a next, the last only a previous', () => {
    withRouter(() => (
      <>
        <Pagination nextHref="?after=x" />
        <Pagination previousHref="?before=x" />
      </>
    ));
    const [first, last] = screen.getAllByRole('navigation', { name: '翻页' });
    expect(first?.textContent).toBe('下一页');
    expect(last?.textContent).toBe('上一页');
  });

  it('the view now shown is marked among the views', () => {
    withRouter(() => (
      <SubNav
        label="视图"
        items={[
          { href: '/', label: '全部' },
          { href: '/?late=1', label: '逾期', count: 11 },
        ]}
      />
    ));
    expect(screen.getByRole('link', { name: '全部', current: 'page' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '逾期 11' })).toBeTruthy();
  });
});

describe('a case', () => {
  it('a status is a word, never a colour alone', () => {
    render(() => <StatusTag tone="bad">已逾期</StatusTag>);
    expect(screen.getByText('已逾期').querySelector('svg')).not.toBeNull();
  });

  it('a clock says its state, what is left, the deadline, and that it may move', () => {
    render(() => (
      <Clock
        state="near"
        remaining="还剩 5 小时"
        due="12-31 24:00"
        instant="2027-01-01T00:00:00+08:00"
        provisional
      />
    ));
    expect(screen.getByText('即将到期')).toBeTruthy();
    expect(screen.getByText('还剩 5 小时')).toBeTruthy();
    expect(screen.getByText('12-31 24:00').getAttribute('datetime')).toBe('2027-01-01T00:00:00+08:00');
    expect(screen.getByText(/暂定期限/)).toBeTruthy();
  });

  it('facts and history keep the order given', () => {
    render(() => (
      <>
        <DescriptionList facts={[{ term: '编号', value: 'A1', action: <a href="/x">修改</a> }]} />
        <Timeline
          entries={[
            { title: '登记', when: '11-25 09:00', instant: '2026-11-25T09:00:00+08:00', who: '王某' },
            { title: '转办', when: '11-25 10:00', instant: '2026-11-25T10:00:00+08:00' },
          ]}
        />
      </>
    ));
    expect(screen.getByRole('term').textContent).toBe('编号');
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      '登记11-25 09:00 · 王某',
      '转办11-25 10:00',
    ]);
  });

  it('copying tells when the browser refuses', async () => {
    render(() => <CopyButton text="A1" />);
    fireEvent.click(screen.getByRole('button', { name: '复制' }));
    expect(await screen.findByText(/没能复制/)).toBeTruthy();
  });
});

describe('states', () => {
  it('loading is said to those who do not see the grey lines', () => {
    render(() => <LoadingState />);
    const state = screen.getByRole('status');
    expect(state.getAttribute('aria-busy')).toBe('true');
    expect(state.textContent).toBe('正在加载');
  });

  it('a failure can be tried again', () => {
    const retry = vi.fn<() => void>();
    render(() => <ErrorState onRetry={retry} />);
    fireEvent.click(within(screen.getByRole('alert')).getByRole('button', { name: '再试一次' }));
    expect(retry).toHaveBeenCalledTimes(1);
  });
});
