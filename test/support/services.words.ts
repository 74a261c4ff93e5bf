import { servicesContract } from '../../functions/services/services.contract.ts';
import { callRow } from './call.ts';
import type { District } from './district.ts';
import type { Functions } from './functions.ts';
import { textIn } from './issues.ts';
import { idNumberOf, newBatch, newCentre, newEvent, newHelp, newStock, personOf } from './services.ts';

/** One record in each of the federation's ledgers: what names it. */
export const servicesOf = async ({ accounts }: District, { services }: Functions) => {
  const { cookie } = accounts.disability;
  const made = async (
    route: keyof typeof servicesContract.routes,
    field: string,
    body: object,
    params: Readonly<Record<string, string>> = {},
  ): Promise<string> => {
    const answer = await callRow(services, servicesContract.routes[route], { cookie, params, body });
    return textIn(answer.body, field) ?? '';
  };
  const stock = await made('createStock', 'stock', newStock());
  const centre = await made('createCentre', 'centre', newCentre());
  const batch = await made('createBatch', 'batch', newBatch());
  const lent = { stock, ...personOf(1), until: '2026-12-31' };
  const handouts = [
    await made('handOut', 'handout', lent),
    await made('handOut', 'handout', { stock, ...personOf(2) }),
  ];
  const membership = await made('join', 'membership', { ...personOf(3), from: '2026-01-05' }, { centre });
  const goods = { ...personOf(4), quantity: 1, signed: 'signed' };
  const receipt = await made('receive', 'receipt', goods, { batch });
  const help = await made('help', 'help', newHelp(5));
  const event = await made('recordEvent', 'event', newEvent());
  await made('handInAttendance', 'day', { day: '2026-11-20', present: [membership] }, { centre });
  return {
    records: [stock, centre, batch, ...handouts, membership, receipt, help, event],
    named: {
      ...{ stock: [stock], centre: [centre], batch: [batch], handout: handouts, membership: [membership] },
      ...{ receipt: [receipt], help: [help], event: [event], ledger: ['handouts', 'stocks', 'helps'] },
      ...{ record: [stock, ...handouts, help], present: [membership], idNumber: [idNumberOf(6)] },
      ...{ until: ['2026-12-31', '2027-01-31'], version: ['2026-11'] },
    },
  };
};
