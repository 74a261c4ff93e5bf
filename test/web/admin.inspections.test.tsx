import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { inspectionsContract } from '../../functions/inspections/inspections.contract.ts';
import { openDesk, problem, reply, town, useService } from './admin.support.tsx';

const service = useService();
const { routes } = inspectionsContract;

const village = `${town}/370402103201`;
const inspection = 'AFCT46E69A';
const inspector = { id: 'YTC6WER5WR', name: '韩永平' };
const visitor = { id: 'FAWYHFMWFE', name: '周雪' };
const at = '2096-11-22T02:10:00.000Z';

const item = (n: number, change: object = {}): object => ({
  ...{ n, version: 1, visit: `22222222222222${n}2`, household: '2222222222222222', village },
  ...{ address: `${n}号楼1单元101`, by: visitor, at, day: '2096-11-22', outcome: 'met' },
  ...{ materials: 1, issues: [], offPeak: false, mayCheck: true, ...change },
});

const findings = (change: object = {}): object => ({
  ...{ reallyVisited: 'yes', everyoneMet: 'yes', issuesAccurate: 'yes', ledgerComplete: 'yes' },
  ...{ photos: [], discrepancies: [], foundBy: inspector, foundAt: at, ...change },
});

const rate = { checked: 4, found: 1, rate: 0.25, low: 0.0456, high: 0.6994 };

const view = (change: object = {}): object => ({
  ...{ inspection, version: 2, state: 'running', node: town, from: '2096-11-22', to: '2096-11-22' },
  ...{ seed: 'c0ffee', population: 40, populationUntil: at, drawnBy: inspector, drawnAt: at },
  strata: [{ village, population: 40, digest: 'd'.repeat(43), drawn: 2 }],
  ...{ startedBy: inspector, startedAt: at, whole: true },
  items: [item(1), item(2, { findings: findings() })],
  rates: {
    total: rate,
    villages: [{ village, ...rate }],
    visitors: [{ by: visitor, ...rate }],
    untold: 0,
  },
  actions: ['finish'],
  ...change,
});

const answerView = (change: object = {}): void =>
  service().answer(routes.read, () => reply(routes.read, view(change), 2));

beforeEach(() => {
  // A link to a part of a page scrolls there; jsdom has no layout to scroll.
  Element.prototype.scrollIntoView = () => undefined;
  service().signIn(['inspector'], { staffId: inspector.id, name: inspector.name });
  service().answer(routes.people, () => reply(routes.people, { people: [{ ...visitor, lead: false }] }));
});

describe('the list of inspections', () => {
  beforeEach(() => service().answer(routes.list, () => reply(routes.list, { rows: [], asOf: at })));

  it('offers a draw and the list of what is drawn to an inspector', async () => {
    openDesk('/admin/inspections');
    expect(await screen.findByRole('link', { name: '抽取样本' })).toBeTruthy();
    expect(screen.getByRole('link', { name: '已抽取、未开始' })).toBeTruthy();
  });

  it('offers neither to anybody else, nor asks for what is drawn, whatever the address says', async () => {
    service().signIn(['lead'], { staffId: inspector.id, name: inspector.name });
    openDesk('/admin/inspections?list=drawn');
    await screen.findByRole('heading', { name: '还没有开始过检查' });
    expect(screen.queryByRole('link', { name: '抽取样本' })).toBeNull();
    expect(screen.queryByRole('link', { name: '已抽取、未开始' })).toBeNull();
    const asked = service().received.filter(({ path }) => path === '/api/inspections');
    expect(asked.map(({ query }) => query.get('list'))).toEqual(['started']);
  });
});

describe('drawing a sample', () => {
  it('says how it is drawn and from how many visits before it is drawn', async () => {
    service().answer(routes.population, () =>
      reply(routes.population, {
        strata: [{ village, population: 40, drawn: 10 }],
        ...{ population: 40, drawn: 10, asOf: at },
      }),
    );
    openDesk('/admin/inspections/new');
    expect(await screen.findByText(/SHA-256/)).toBeTruthy();
    expect(await screen.findByText('共 40 户次，抽 10。')).toBeTruthy();
  });

  it('tells at its field what is wrong with the size, and sends nothing', async () => {
    openDesk('/admin/inspections/new');
    const size = await screen.findByLabelText(/抽取户次/);
    fireEvent.input(size, { target: { value: '41' } });
    fireEvent.click(screen.getByRole('button', { name: '抽取' }));
    expect(await screen.findByRole('link', { name: '抽取户次：数字超出了范围' })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});

describe('an inspection', () => {
  it('shows every rate with the number it is of and its interval', async () => {
    answerView();
    openDesk(`/admin/inspections/${inspection}`);
    const table = await screen.findByRole('table', { name: '按走访人' });
    const cells = within(table).getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      '4',
      '25.0%（1/4）',
      '4.6% – 69.9%',
      '看走访',
    ]);
  });

  it('leads from a rate to the visits behind it', async () => {
    const other = { id: 'X37W7C64XF', name: '王二' };
    answerView({ items: [item(1), item(2, { by: other })] });
    openDesk(`/admin/inspections/${inspection}`);
    fireEvent.click(await screen.findByRole('link', { name: '看走访: 周雪' }));
    expect(await screen.findByText('只看 周雪')).toBeTruthy();
    expect(screen.queryByText('第 2 户次 · 2号楼1单元101')).toBeNull();
  });

  it('cannot be finished while a visit is not checked', async () => {
    answerView();
    openDesk(`/admin/inspections/${inspection}`);
    fireEvent.click(await screen.findByRole('button', { name: '结束检查' }));
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).getByText('还有 1 户次没有核实。')).toBeTruthy();
    expect(within(dialog).queryByRole('button', { name: '结束检查' })).toBeNull();
  });

  it('that is drawn again and is not the same says so', async () => {
    answerView();
    service().answer(routes.verification, () =>
      reply(routes.verification, { samePopulation: false, sameSample: false, strata: [], asOf: at }),
    );
    openDesk(`/admin/inspections/${inspection}`);
    fireEvent.click(await screen.findByRole('button', { name: '核对抽样' }));
    expect(await screen.findByText(/总体与抽取时不同/)).toBeTruthy();
  });
});

describe('the check form', () => {
  const open = async (): Promise<void> => {
    answerView();
    openDesk(`/admin/inspections/${inspection}/checks/1`);
    await screen.findByRole('heading', { name: '核实第 1 户次' });
  };
  const answerAll = (answer: string): void => {
    for (const choice of screen.getAllByRole('radio', { name: answer })) fireEvent.click(choice);
  };
  const record = (): boolean => fireEvent.click(screen.getByRole('button', { name: '记录' }));

  it('asks for what is wrong where an answer is no', async () => {
    await open();
    answerAll('否');
    record();
    expect(await screen.findByRole('link', { name: '差错：请填写这一项' })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });

  it('sends the answers and who puts it right, on the version of the check', async () => {
    await open();
    service().answer(routes.check, () =>
      reply(routes.check, item(1, { version: 2, findings: findings() }), 2),
    );
    answerAll('是');
    fireEvent.click(screen.getByRole('checkbox', { name: '没有走访' }));
    fireEvent.input(await screen.findByLabelText(/情况/), { target: { value: '户主说没人来过' } });
    record();
    await waitFor(() => expect(service().sent('POST')).toHaveLength(1));
    const [sent] = service().sent('POST');
    expect(sent?.headers.get('if-match')).toBe('"1"');
    expect(v.parse(v.looseObject({ discrepancies: v.array(v.unknown()) }), sent?.body).discrepancies).toEqual(
      [{ kind: 'not-visited', what: '户主说没人来过', responsible: { who: 'visitor' }, workingDays: 5 }],
    );
    await waitFor(() => expect(window.location.pathname).toBe(`/admin/inspections/${inspection}`));
  });

  it('keeps what was written when a colleague was faster, and then decides on the newer check', async () => {
    await open();
    service().answer(routes.check, () =>
      problem('request.stale', 412, { current: item(1, { version: 3, findings: findings() }) }),
    );
    answerAll('是');
    record();
    expect(await screen.findByText(/别的检查人员刚刚改过/)).toBeTruthy();
    record();
    await waitFor(() => expect(service().sent('POST')).toHaveLength(2));
    expect(service().sent('POST')[1]?.headers.get('if-match')).toBe('"3"');
    expect(screen.getAllByRole('radio', { name: '是', checked: true })).toHaveLength(4);
  });
});

describe('the rectifications', () => {
  const rectification = 'WNE79KX6CF';
  const row = {
    ...{ rectification, version: 1, state: 'open', inspection, check: 1, visit: '2222222222222222' },
    ...{ village, address: '1号楼1单元101', kind: 'not-visited', what: '没有来过', responsible: visitor },
    ...{ issuedAt: at, returns: 0 },
    due: { workingDays: 5, dueDate: '2096-11-28', dueAt: '2096-11-28T16:00:00.000Z', provisional: false },
  };

  it('show a visitor their own and no other list', async () => {
    service().signIn(['visitor'], { staffId: inspector.id, name: inspector.name });
    service().answer(routes.mine, () => reply(routes.mine, { rows: [row], asOf: at }));
    openDesk('/admin/rectifications?list=all');
    expect(await screen.findByRole('link', { name: /没有走访/ })).toBeTruthy();
    expect(screen.queryByRole('link', { name: '逾期' })).toBeNull();
    expect(service().received.some(({ path }) => path === '/api/rectifications')).toBe(false);
  });

  it('say of one whose due day is over that it is overdue', async () => {
    const asOf = '2096-11-28T16:00:00.000Z';
    service().answer(routes.rectifications, () => reply(routes.rectifications, { rows: [row], asOf }));
    openDesk('/admin/rectifications?list=open');
    const table = await screen.findByRole('table');
    expect(within(table).getByText('逾期')).toBeTruthy();
  });

  it('are reported as put right with words, and not without', async () => {
    const known = { ...row, issuedBy: inspector, returns: [], overdue: false, actions: ['completion'] };
    service().answer(routes.rectification, () => reply(routes.rectification, known, 1));
    openDesk(`/admin/rectifications/${rectification}`);
    fireEvent.click(await screen.findByRole('button', { name: '报告整改完成' }));
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name: '报告整改完成' }));
    expect(await within(dialog).findByRole('link', { name: '怎样整改的：请填写这一项' })).toBeTruthy();
    expect(service().sent('POST')).toEqual([]);
  });
});
