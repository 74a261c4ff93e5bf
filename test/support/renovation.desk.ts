import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import { demoPassword } from '../../functions/local/demo/accounts.ts';
import { yongan } from '../../functions/local/demo/district.ts';
import { jpeg } from './pictures.ts';
import { assessment, certificateNo, consent, feasible, lines, prices } from './renovation.ts';

const versioned = v.object({ reference: v.string(), version: v.number(), state: v.string() });
export type Standing = v.InferOutput<typeof versioned>;

/** Somebody of the federation signed in over the network, as a browser would be. */
export interface Caller {
  readonly get: (path: string) => Promise<unknown>;
  readonly post: (path: string, body: object, ifMatch?: number) => Promise<unknown>;
  readonly photo: () => Promise<string>;
}

const signedIn = async (address: string, loginName: string, password: string): Promise<Caller> => {
  const headers = (more: object = {}): Record<string, string> => ({
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
    origin: address,
    ...more,
  });
  const answer = async (path: string, response: Response): Promise<unknown> => {
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };
  const opened = await fetch(`${address}/api/session`, {
    ...{ method: 'POST', headers: headers() },
    body: JSON.stringify({ loginName, password }),
  });
  await answer('/api/session', opened);
  const cookie = opened.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return {
    get: async (path) => answer(path, await fetch(address + path, { headers: { cookie } })),
    post: async (path, body, ifMatch) =>
      answer(
        path,
        await fetch(address + path, {
          method: 'POST',
          headers: headers({ cookie, ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }) }),
          body: JSON.stringify(body),
        }),
      ),
    photo: async () => {
      const sent = await fetch(`${address}/api/photos`, {
        ...{ method: 'POST', body: jpeg(8, 6) },
        headers: headers({ cookie, 'content-type': 'application/octet-stream' }),
      });
      return v.parse(v.object({ photoId: v.string() }), await answer('/api/photos', sent)).photoId;
    },
  };
};

/** Whoever reviews a home may not approve it: a second officer of the federation, in the town. */
export const townOffice = { loginName: 'fed-town', password: demoPassword } as const;

/** The demo's people. */
export interface Office {
  readonly lead: Caller;
  readonly town: Caller;
  readonly district: Caller;
  readonly contractor: Caller;
  readonly contractorId: string;
}

const whoAmI = v.object({ staffId: v.string() });

/** Opens the federation's office at a machine with the demo, and sets what there is for the year. */
export const openOffice = async (address: string, year: number): Promise<Office> => {
  const district = await signedIn(address, 'disability', demoPassword);
  const contractor = await signedIn(address, 'contractor', demoPassword);
  await district.post('/api/renovation-funds', {
    ...{ year, node: '370402', fund: { kind: 'district', homes: 300, prices } },
  });
  await district.post('/api/renovation-funds', {
    ...{ year, node: yongan, fund: { kind: 'town', amount: 3_000_000, ceiling: 600_000 } },
  });
  return {
    lead: await signedIn(address, 'lead', demoPassword),
    town: await signedIn(address, townOffice.loginName, townOffice.password),
    ...{ district, contractor },
    contractorId: v.parse(whoAmI, await contractor.get('/api/session')).staffId,
  };
};

export const doorstep = `${yongan}/370402103201`;

/** An application of the n-th person at the n-th door, written down by the lead of the town. */
export const writeDown = async ({ lead }: Pick<Office, 'lead'>, n: number): Promise<Standing> => {
  const body = await lead.post('/api/renovations', {
    by: 'self',
    applicant: {
      ...{ name: `王小${n}`, phone: `138${String(n).padStart(8, '0')}`, certificate: certificateNo(n) },
      ...{ validUntil: '2040-01-01', issuedHere: true },
    },
    home: { village: doorstep, address: { text: '幸福路', building: String(n), unit: '1', room: '101' } },
    circumstances: ['low-income'],
    wants: ['toilet', 'handrails'],
    need: '下蹲困难，需要坐便器和扶手。',
    consent: { ...consent, how: 'in-person' },
  });
  return v.parse(v.object({ renovation: versioned }), body).renovation;
};

type Step = (office: Office, standing: Standing) => Promise<unknown>;

const act =
  (who: 'lead' | 'town' | 'district' | 'contractor', action: string, body: object): Step =>
  (office, { reference, version }) =>
    office[who].post(`/api/renovations/${reference}/${action}`, body, version);

const assess: Step = async (office, { reference, version }) => {
  const at = `/api/renovations/${reference}`;
  const named = v.parse(
    versioned,
    await office.town.post(
      `${at}/appointment`,
      { assessor: office.contractorId, day: '2030-01-08' },
      version,
    ),
  );
  return office.contractor.post(`${at}/assessment`, { ...assessment, photos: [] }, named.version);
};

/** How an application goes on from a state, by whoever may; each step by somebody who did none before it. */
const stepFrom = (year: number): Readonly<Record<string, Step>> => ({
  applied: act('lead', 'check', {}),
  checked: act('town', 'review', {}),
  reviewed: assess,
  assessed: act('town', 'feasibility', feasible),
  feasible: act('town', 'plan', { year, lines }),
  planned: act('lead', 'agreement', { agrees: true, how: 'in-person' }),
  agreed: act('district', 'approval', { year }),
});

/** Takes an application on until it is in a state. */
export const bringTo = async (
  office: Office,
  standing: Standing,
  state: string,
  year: number,
): Promise<Standing> => {
  if (standing.state === state) return standing;
  const step = stepFrom(year)[standing.state];
  if (!step) throw new Error(`nobody knows how to go on from ${standing.state}`);
  return bringTo(office, v.parse(versioned, await step(office, standing)), state, year);
};
