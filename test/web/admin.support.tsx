import { query } from '@solidjs/router';
import { cleanup, configure, fireEvent, render, screen, within } from '@solidjs/testing-library';
import * as v from 'valibot';
import { afterEach, beforeEach, vi } from 'vitest';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { issuesContract } from '../../functions/issues/issues.contract.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import type { CaseView, IssueRow } from '../../web/src/admin/queries.ts';
import { forgetWorker } from '../../web/src/admin/session/memory.ts';
import { App } from '../../web/src/routes.tsx';
import { speak, teachDialogs } from './support.ts';

export const town = '370402/370402103';
export const department = `${town}/370402103-chengjian`;
export const reference = 'AFCT46E69A';

const node = (
  path: string,
  kind: 'district' | 'town' | 'village' | 'department',
  zh: string,
  en: string,
) => ({
  id: path.slice(path.lastIndexOf('/') + 1),
  path,
  kind,
  name: { zh, en },
  active: true,
  version: 1,
});

export const tree = {
  version: 1,
  nodes: [
    node('370402', 'district', '市中区', 'Shizhong District'),
    node(town, 'town', '永安镇', 'Yong’an Town'),
    node(`${town}/370402103201`, 'village', '官地村', 'Guandi Village'),
    node(department, 'department', '城建办公室', 'Construction Office'),
  ],
};

export const session = {
  staffId: 'YTC6WER5WR',
  sessionId: 's'.repeat(43),
  name: '马志强',
  roles: ['handler'],
  scope: department,
  trail: [],
  mustChangePassword: false,
};

const officer = { id: 'FAWYHFMWFE', name: '高建国' };

/** A case lying with the department, not claimed yet; far from its deadline. */
export const transferred = (changes: object = {}): CaseView =>
  v.parse(issuesContract.routes.read.response, {
    reference,
    version: 2,
    state: 'transferred',
    category: 'roads',
    what: '村口路灯坏了三盏，晚上老人出门看不清路。',
    place: { path: `${town}/370402103201`, text: '村口' },
    source: 'visit',
    urgency: 'normal',
    photos: [],
    raisedAt: '2096-11-22T02:10:00.000Z',
    reporter: { name: '李**', phone: '199****0831', consent: '2026-11' },
    returns: [],
    reopenings: 0,
    duplicates: [],
    assignment: {
      department,
      by: officer,
      at: '2096-11-22T05:18:00.000Z',
      returnBy: '2096-11-23T16:00:00.000Z',
      binding: false,
    },
    clock: {
      startedAt: '2096-11-22T05:18:00.000Z',
      workingDays: 3,
      dueAt: '2096-11-25T16:00:00.000Z',
      dueDate: '2096-11-25',
      provisional: false,
      calendarVersion: '2096@1',
      thresholds: {
        warned: '2096-11-24T16:00:00.000Z',
        overdue: '2096-11-25T16:00:00.000Z',
        supervised: '2096-11-26T16:00:00.000Z',
        criticised: '2096-11-30T16:00:00.000Z',
      },
      reached: [],
    },
    actions: ['claim', 'return', 'comment'],
    ...changes,
  });

export const claimed = (version: number): CaseView =>
  transferred({
    version,
    state: 'claimed',
    claimedAt: '2096-11-23T01:00:00.000Z',
    handler: { id: session.staffId, name: session.name },
    actions: ['resolution', 'comment'],
  });

export const row = (changes: Partial<IssueRow> = {}): object => ({
  reference,
  version: 2,
  state: 'transferred',
  category: 'roads',
  what: '村口路灯坏了三盏',
  place: `${town}/370402103201`,
  department,
  urgency: 'normal',
  raisedAt: '2096-11-22T02:10:00.000Z',
  dueAt: '2096-11-25T16:00:00.000Z',
  reached: [],
  reopenings: 0,
  returns: 0,
  ...changes,
});

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Headers;
  readonly body: unknown;
}

type Answering = (received: Received) => Response | Promise<Response>;

const pathPattern = (path: string): RegExp => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);

/** The network's other end. What it answers with passes the contract, so no test rests on an answer that can't come. */
export interface Service {
  readonly received: Received[];
  answer: (contractRow: RouteRow, answering: Answering) => void;
  sent: (method: string) => Received[];
  /** What was posted last. */
  sentBody: () => Readonly<Record<string, unknown>>;
  /** Whoever opens the desk from now on has these roles, in the town unless `who` says otherwise. */
  signIn: (roles: readonly string[], who?: object) => void;
}

export const reply = (contractRow: RouteRow, body: unknown, version?: number): Response => {
  v.parse(contractRow.response, body);
  return Response.json(body, {
    status: contractRow.status,
    headers: version === undefined ? {} : { etag: `"${version}"` },
  });
};

export const problem = (code: string, status: number, more: object = {}): Response =>
  Response.json({ code, status, title: code, ...more }, { status });

const figures = { months: { raised: 4, answered: 3, solved: 2, satisfied: 1 }, now: { open: 1, late: 2 } };

const createService = (): Service => {
  const received: Received[] = [];
  const answers: { row: RouteRow; answering: Answering }[] = [];
  const answer: Service['answer'] = (contractRow, answering) => {
    answers.unshift({ row: contractRow, answering });
  };
  const { routes: issues } = issuesContract;
  answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, session));
  answer(accessPublicContract.routes.organisations, () =>
    reply(accessPublicContract.routes.organisations, tree),
  );
  answer(messagesContract.routes.unread, () => reply(messagesContract.routes.unread, { unread: 0 }));
  answer(issues.figures, () => reply(issues.figures, { ...figures, asOf: '2096-11-23T00:00:00.000Z' }));
  answer(issues.list, () => reply(issues.list, { rows: [row()], asOf: '2096-11-23T00:00:00.000Z' }));
  answer(issues.read, () => reply(issues.read, transferred(), 2));
  answer(issues.history, () => reply(issues.history, { events: [], whole: true }));
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const url = new URL(address, 'http://desk.test');
    const request: Received = {
      method: init.method ?? 'GET',
      path: url.pathname,
      query: url.searchParams,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : init.body,
    };
    received.push(request);
    const found = answers.find(
      ({ row: each }) => each.method === request.method && pathPattern(each.path).test(request.path),
    );
    return found?.answering(request) ?? problem('request.not_found', 404);
  });
  const sent: Service['sent'] = (method) => received.filter((each) => each.method === method);
  return {
    received,
    answer,
    sent,
    sentBody: () => v.parse(v.looseObject({}), sent('POST').at(-1)?.body),
    signIn: (roles, who) => {
      const known = { ...session, roles, scope: town, ...who };
      answer(accessContract.routes.whoAmI, () => reply(accessContract.routes.whoAmI, known));
    },
  };
};

// The first page of a file is transformed while the test waits for it.
configure({ asyncUtilTimeout: 10_000 });

/** For a test file: a fresh service, an empty memory and Chinese words for each test. */
export const useService = (): (() => Service) => {
  let service: Service | undefined;
  teachDialogs();
  vi.setConfig({ testTimeout: 20_000 });
  beforeEach(async () => {
    window.scrollTo = () => undefined;
    service = createService();
    forgetWorker();
    await speak('zh-CN');
  });
  afterEach(() => {
    cleanup();
    query.clear();
    localStorage.clear();
    vi.unstubAllGlobals();
  });
  return () => {
    if (service === undefined) throw new Error('asked for before the test began');
    return service;
  };
};

export const openDesk = (path: string): void => {
  window.history.replaceState(null, '', path);
  render(() => <App />);
};

export const type = (label: string | RegExp, value: string): boolean =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });

/** Presses a button, and says what the dialog it opens holds. */
export const opened = async (name: string | RegExp) => {
  fireEvent.click(await screen.findByRole('button', { name }));
  return within(await screen.findByRole('dialog'));
};
