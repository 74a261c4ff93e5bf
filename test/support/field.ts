import { setTimeout as pause } from 'node:timers/promises';
import { accessContract } from '../../functions/access/access.contract.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { demoPassword } from '../../functions/local/demo/accounts.ts';
import {
  type BodyInputOf,
  pathOf,
  type QueryInputOf,
  type ResponseOf,
  type RouteRow,
} from '../../functions/platform/contract/route.ts';
import { addDays, localDateOf, parseInstant } from '../../functions/platform/runtime/time.ts';
import { visitsContract } from '../../functions/visits/visits.contract.ts';

/** 遗棠村 of 永安镇, where the browser tests visit. */
export const yitang = '370402/370402103/370402103201';
export const materials = ['惠民政策明白纸', '防诈骗宣传册'] as const;

/** The day in the district as a phone or a form writes it. */
export const dayFrom = (days: number): string =>
  addDays(localDateOf(parseInstant(new Date().toISOString())), days);

interface Sent<R extends RouteRow> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: QueryInputOf<R>;
  readonly body?: BodyInputOf<R>;
  readonly version?: number;
}

/** Somebody at a desk, without a browser. */
export interface Colleague {
  readonly staffId: string;
  readonly ask: <R extends RouteRow>(row: R, sent?: Sent<R>) => Promise<ResponseOf<R>>;
}

/** Asks over HTTP with a session, and takes over whatever session the answer brings. */
const asker = (address: string, first: string): Colleague['ask'] => {
  let cookie = first;
  return async (row, sent = {}) => {
    const query = new URLSearchParams(
      Object.entries(sent.query ?? {}).map(([name, value]): [string, string] => [name, String(value)]),
    );
    const answer = await fetch(`${address}${pathOf(row, sent.params)}?${query}`, {
      method: row.method,
      headers: {
        cookie,
        ...(row.method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(sent.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(sent.version === undefined ? {} : { 'if-match': `"${sent.version}"` }),
      },
      ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${row.method} ${row.path}: ${answer.status} ${text}`);
    cookie = answer.headers.getSetCookie()[0]?.split(';')[0] ?? cookie;
    return JSON.parse(text === '' ? 'null' : text);
  };
};

/** Somebody who is signed in already. */
export const colleagueWith = async (address: string, cookie: string): Promise<Colleague> => {
  const ask = asker(address, cookie);
  const { staffId } = await ask(accessContract.routes.whoAmI);
  return { staffId, ask };
};

/** Somebody with one of the demo accounts. */
export const signInOver = async (address: string, loginName: string): Promise<Colleague> => {
  const ask = asker(address, '');
  await ask(accessPublicContract.routes.signIn, { body: { loginName, password: demoPassword } });
  const { staffId } = await ask(accessContract.routes.whoAmI);
  return { staffId, ask };
};

const tryEvery = 200;
const giveUpAfter = 20_000;

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + giveUpAfter;
  for (;;) {
    try {
      if (await isSo()) return;
      if (Date.now() > deadline) throw new Error(`it is not so after ${giveUpAfter} ms`);
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(tryEvery);
  }
};

/** Doors of one building, written into the register until its list has them; the even ones have a phone. */
export const registerDoors = async (
  lead: Colleague,
  village: string,
  building: number,
  doors: number,
): Promise<void> => {
  for (let door = 1; door <= doors; door++) {
    await lead.ask(householdsContract.routes.register, {
      body: {
        village,
        details: {
          kind: 'home',
          address: { text: `${building} 号楼 ${100 + door} 室`, building: String(building) },
        },
        members: [
          {
            name: '王秀兰',
            relation: '户主',
            categories: [],
            ...(door % 2 === 0
              ? { phone: `1381234${building}${String(door).padStart(3, '0')}`.slice(0, 11) }
              : {}),
          },
        ],
      },
    });
  }
  // Lists follow by way of the stream, and a plan is made of what the list has.
  await until(async () => {
    const { rows } = await lead.ask(householdsContract.routes.list, { query: { node: village } });
    return rows.filter(({ address }) => address.building === String(building)).length === doors;
  });
};

/** A campaign that runs today, with every door of the village given to one person for today. */
export const planToday = async (admin: Colleague, assignee: Colleague, village: string): Promise<string> => {
  const created = await admin.ask(campaignsContract.routes.create, {
    body: {
      name: '入户大走访',
      objective: '户户走到，事事有回音。',
      materials: [...materials],
      scope: village,
      from: dayFrom(0),
      to: dayFrom(0),
      perDay: 60,
      includeRestDays: true,
    },
  });
  const params = { campaign: created.campaign };
  await admin.ask(campaignsContract.routes.start, { params, body: {}, version: created.version });
  const body = { village, people: [{ staffId: assignee.staffId }] };
  // The campaign follows by way of the stream as well.
  await until(async () => {
    const { left } = await admin.ask(campaignsContract.routes.plan, { params, body });
    return left === 0;
  });
  return created.campaign;
};

/** The visits the service has of today by one person, each with its id; follows by way of the stream. */
export const recordedBy = async (
  visitor: Colleague,
): Promise<ResponseOf<typeof visitsContract.routes.done>['rows']> =>
  (await visitor.ask(visitsContract.routes.done, { query: {} })).rows;
