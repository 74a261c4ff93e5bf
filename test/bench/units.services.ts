import { centreProjector } from '../../functions/services/centres.projector.ts';
import { stockProjector } from '../../functions/services/devices.projector.ts';
import { batchProjector } from '../../functions/services/donations.projector.ts';
import { servicesContract } from '../../functions/services/services.contract.ts';
import { deviceKinds } from '../../functions/services/services.words.ts';
import { type Call, callRow } from '../support/call.ts';
import { type District, places, projected } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { newBatch, newCentre, newEvent, newHelp, newStock, personOf } from '../support/services.ts';
import type { Plays } from './units.plays.ts';

const { routes } = servicesContract;

/** What has to be there before each route of the federation's ledgers: depots, centres and people, new every time. */
export const servicePlays = (
  { accounts, parts }: District,
  { services }: Functions,
): Plays<typeof servicesContract> => {
  const { cookie } = accounts.disability;
  let people = 0;
  const somebody = () => {
    people += 1;
    return personOf(people);
  };
  const made = async (route: keyof typeof routes, field: string, call: Call): Promise<string> => {
    const { status, body } = await callRow(services, routes[route], { cookie, ...call });
    if (status !== 201) throw new Error(`${route}: ${JSON.stringify(body)}`);
    return textIn(body, field) ?? '';
  };
  // One for each depot and kind: they are used up one after the other.
  const depots = [places.town, places.village, places.secondVillage].flatMap((node) =>
    deviceKinds.map((kind) => newStock({ node, kind })),
  );
  const depot = () => {
    const next = depots.pop();
    if (!next) throw new Error('no depot is left');
    return next;
  };
  const stock = () => made('createStock', 'stock', { body: depot() });
  const centre = () => made('createCentre', 'centre', { body: newCentre() });
  const batch = () => made('createBatch', 'batch', { body: newBatch() });
  const handout = async (more: object) =>
    made('handOut', 'handout', { body: { stock: await stock(), ...somebody(), ...more } });
  const membership = async (params: { readonly centre: string }) =>
    made('join', 'membership', { params, body: { ...somebody(), from: '2026-01-05' } });
  const receipt = async (params: { readonly batch: string }) =>
    made('receive', 'receipt', { params, body: { ...somebody(), quantity: 1, signed: 'signed' } });
  const child = () => {
    people += 1;
    return newHelp(people);
  };
  const help = () => made('help', 'help', { body: child() });
  const event = () => made('recordEvent', 'event', { body: newEvent() });
  const day = '2026-11-20';
  const attendance = async () => {
    const params = { centre: await centre() };
    const present = [await membership(params), await membership(params)];
    await callRow(services, routes.handInAttendance, { cookie, params, body: { day, present } });
    return { params: { ...params, day }, present };
  };
  const ofHandout = async () => ({ ledger: 'handouts', record: await handout({}) });
  const query = { node: places.town };
  const read = async (
    params: Readonly<Record<string, string>>,
    ofList: Call['query'] = undefined,
  ): Promise<Call> => ({
    cookie,
    params,
    ...(ofList ? { query: ofList } : {}),
  });
  const change = (params: Readonly<Record<string, string>>, body: object): Call => ({
    ...{ cookie, params, body, ifMatch: 1 },
  });

  return {
    stocks: async () => {
      await projected(parts, stockProjector, await stock());
      return { cookie, query };
    },
    createStock: async () => ({ cookie, body: depot() }),
    readStock: async () => read({ stock: await stock() }),
    deliver: async () => change({ stock: await stock() }, { quantity: 5, note: '第二批' }),
    correctStock: async () => change({ stock: await stock() }, { by: -1, reason: '盘点' }),
    mend: async () => {
      const own = await stock();
      const given = await made('handOut', 'handout', { body: { stock: own, ...somebody() } });
      await callRow(services, routes.returnDevice, change({ handout: given }, { condition: 'repair' }));
      return change({ stock: own }, { quantity: 1, result: 'good', note: '修好' });
    },
    handouts: async () => ({ cookie, query: { ...query, state: 'given' } }),
    loans: async () => ({ cookie, query: { ...query, only: 'late' } }),
    handOut: async () => ({ cookie, body: { stock: await stock(), ...somebody() } }),
    readHandout: async () => read({ handout: await handout({}) }),
    extendLoan: async () => {
      const params = { handout: await handout({ until: '2026-12-31' }) };
      return change(params, { until: '2027-01-31', reason: '仍需' });
    },
    returnDevice: async () => change({ handout: await handout({}) }, { condition: 'good' }),
    centres: async () => {
      await projected(parts, centreProjector, await centre());
      return { cookie, query };
    },
    createCentre: async () => ({ cookie, body: newCentre() }),
    readCentre: async () => read({ centre: await centre() }),
    centreDetails: async () => change({ centre: await centre() }, { name: '西村如康家园', address: '1 号' }),
    centreCapacity: async () => change({ centre: await centre() }, { capacity: 20, reason: '扩建' }),
    closeCentre: async () => change({ centre: await centre() }, { reason: '合并' }),
    members: async () => read({ centre: await centre() }, {}),
    join: async () => ({
      ...{ cookie, params: { centre: await centre() }, body: { ...somebody(), from: '2026-11-23' } },
    }),
    readMembership: async () => read({ membership: await membership({ centre: await centre() }) }),
    employment: async () => {
      const params = { membership: await membership({ centre: await centre() }) };
      return change(params, { employer: '服装厂', day });
    },
    leave: async () => {
      const params = { membership: await membership({ centre: await centre() }) };
      return change(params, { day, reason: 'employed' });
    },
    attendanceDays: async () => read({ centre: await centre() }, {}),
    handInAttendance: async () => {
      const params = { centre: await centre() };
      return { cookie, params, body: { day, present: [await membership(params)] } };
    },
    readAttendance: async () => read((await attendance()).params),
    correctAttendance: async () => {
      const { params, present } = await attendance();
      return change(params, { present: present.slice(1), reason: '记错' });
    },
    batches: async () => {
      await projected(parts, batchProjector, await batch());
      return { cookie, query };
    },
    createBatch: async () => ({ cookie, body: newBatch() }),
    readBatch: async () => read({ batch: await batch() }),
    correctBatch: async () => change({ batch: await batch() }, { by: 10, reason: '清点' }),
    receiptsOfBatch: async () => read({ batch: await batch() }, {}),
    receive: async () => {
      const params = { batch: await batch() };
      return { cookie, params, body: { ...somebody(), quantity: 1, signed: 'signed' } };
    },
    receipts: async () => ({ cookie, query }),
    readReceipt: async () => read({ receipt: await receipt({ batch: await batch() }) }),
    takeBack: async () => change({ receipt: await receipt({ batch: await batch() }) }, { reason: '退回' }),
    helps: async () => ({ cookie, query: { ...query, state: 'open' } }),
    help: async () => ({ cookie, body: child() }),
    readHelp: async () => read({ help: await help() }),
    completeHelp: async () => change({ help: await help() }, { day, outcome: 'better' }),
    breakOffHelp: async () => change({ help: await help() }, { day, reason: 'moved' }),
    events: async () => ({ cookie, query: { ...query, year: '2026' } }),
    recordEvent: async () => ({ cookie, body: newEvent() }),
    withdrawEvent: async () => change({ event: await event() }, { reason: '重复' }),
    serviceFigures: async () => ({ cookie, query: { ...query, year: '2026' } }),
    serviceFiguresBelow: async () => ({ cookie, query: { ...query, year: '2026' } }),
    openPerson: async () => ({ cookie, params: await ofHandout(), body: { reason: '联系' } }),
    changePerson: async () => change(await ofHandout(), { name: '王大明' }),
    personHistory: async () => read(await ofHandout()),
    openings: async () => read(await ofHandout()),
    thingHistory: async () => read({ ledger: 'stocks', record: await stock() }),
  };
};
