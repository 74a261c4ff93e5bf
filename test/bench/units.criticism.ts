import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { callRow } from '../support/call.ts';
import { noticeAbout, somethingToCriticise } from '../support/criticism.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import type { Plays } from './units.plays.ts';

const { draft, propose, reply } = criticismContract.routes;

/** What has to be there before each route of criticism; drafted and proposed by one, decided by another. */
export const criticismPlays = async (
  { accounts, parts, staff }: District,
  { criticism }: Functions,
): Promise<Plays<typeof criticismContract>> => {
  await somethingToCriticise(parts, 901);
  const drafter = await staff({
    ...{ loginName: 'drafter', name: '李督', roles: ['supervisor'], scope: places.district },
  });
  const { cookie } = accounts.supervisor;
  const body = noticeAbout(parts, places.village);
  const { from, to } = body.period;
  const proposal = { ...body, title: '台账观摩点', place: '村委会' };
  const drafted = async (): Promise<string> => {
    const { body: answer } = await callRow(criticism, draft, { cookie: drafter.cookie, body });
    return textIn(answer, 'criticism') ?? '';
  };
  const heard = async (): Promise<string> => {
    const id = await drafted();
    const { cookie: lead } = accounts.lead;
    const text = { text: '已整改，今后专人负责。' };
    await callRow(criticism, reply, { cookie: lead, params: { criticism: id }, ifMatch: 1, body: text });
    return id;
  };
  const proposed = async (): Promise<string> => {
    const { body: answer } = await callRow(criticism, propose, { cookie: drafter.cookie, body: proposal });
    return textIn(answer, 'site') ?? '';
  };
  const withdrawn = { reason: '数据有误，撤回重拟。' };
  return {
    list: async () => ({ cookie, query: { node: places.town, state: 'published' } }),
    figures: async () => ({ cookie, query: { node: places.village, from, to } }),
    draft: async () => ({ cookie, body }),
    read: async () => ({ cookie, params: { criticism: await drafted() } }),
    history: async () => ({ cookie, params: { criticism: await drafted() } }),
    reply: async () => ({
      ...{ cookie: accounts.lead.cookie, params: { criticism: await drafted() } },
      ...{ ifMatch: 1, body: { text: '已整改，今后专人负责。' } },
    }),
    publication: async () => ({ cookie, params: { criticism: await heard() }, ifMatch: 2, body: {} }),
    withdrawal: async () => ({
      ...{ cookie, params: { criticism: await drafted() }, ifMatch: 1, body: withdrawn },
    }),
    sites: async () => ({ cookie, query: { node: places.town, state: 'approved' } }),
    propose: async () => ({ cookie, body: proposal }),
    site: async () => ({ cookie, params: { site: await proposed() } }),
    approval: async () => ({ cookie, params: { site: await proposed() }, ifMatch: 1, body: {} }),
    siteWithdrawal: async () => ({
      ...{ cookie, params: { site: await proposed() }, ifMatch: 1, body: withdrawn },
    }),
  };
};
