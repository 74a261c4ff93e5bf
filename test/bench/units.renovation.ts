import * as v from 'valibot';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import type { photosContract } from '../../functions/photos/photos.contract.ts';
import type { Role } from '../../functions/platform/contract/roles.ts';
import { createProofOfWork } from '../../functions/platform/http/proof-of-work.ts';
import { PhotoIdSchema } from '../../functions/platform/photos/photo.contract.ts';
import type { PhotoStore } from '../../functions/platform/photos/photo-store.ts';
import { addMinutes, localDateOf } from '../../functions/platform/runtime/time.ts';
import { renovationContract } from '../../functions/renovation/renovation.contract.ts';
import { renovationPublicContract } from '../../functions/renovation/renovation-public.contract.ts';
import { watchRenovations } from '../../functions/renovation/renovation-watch.usecases.ts';
import { type Call, callRow } from '../support/call.ts';
import { type Account, type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { fieldIn } from '../support/issues.ts';
import { jpeg } from '../support/pictures.ts';
import { proofFor } from '../support/proof.ts';
import { application, assessment, consent, feasible, lines, prices } from '../support/renovation.ts';
import type { Play, Plays } from './units.plays.ts';

type Route = keyof typeof renovationContract.routes;
type Who = 'community' | 'town' | 'technician' | 'planner' | 'district' | 'reviewer' | 'builder';

const deciders = {
  community: ['lead', places.village],
  town: ['disability', places.town],
  technician: ['disability', places.town],
  planner: ['disability', places.town],
  district: ['disability', places.district],
  reviewer: ['disability', places.district],
  builder: ['contractor', places.district],
} as const satisfies Readonly<Record<Who, readonly [Role, string]>>;

const madeSchema = v.object({ reference: v.string(), code: v.string() });

interface Made extends v.InferOutput<typeof madeSchema> {
  readonly lot: string;
  readonly version: number;
}

export interface RenovationPlays {
  readonly staff: Plays<typeof renovationContract>;
  readonly residents: Plays<typeof renovationPublicContract>;
  readonly photos: Pick<Plays<typeof photosContract>, 'ofRenovation'>;
}

const aDay = 24 * 60;

/** What has to be there before each route of renovation: a home, new every time, taken to the step the route is for. */
export const renovationPlays = async (
  { parts, staff: open }: District,
  functions: Functions,
  photos: PhotoStore,
  wait: (minutes: number) => void,
): Promise<RenovationPlays> => {
  const { renovation, 'renovation-public': site } = functions;
  const { routes } = renovationContract;
  const accounts = new Map<Who, Account>();
  const names: readonly Who[] = [
    ...(['community', 'town', 'technician', 'planner', 'district', 'reviewer', 'builder'] as const),
  ];
  for (const name of names) {
    const [role, scope] = deciders[name];
    accounts.set(name, await open({ loginName: `bench.${name}`, name: `${name} 一`, roles: [role], scope }));
  }
  const accountOf = (who: Who): Account => {
    const found = accounts.get(who);
    if (!found) throw new Error(`nobody is ${who}`);
    return found;
  };
  const cookieOf = (who: Who): string => accountOf(who).cookie;
  const builder = accountOf('builder').principal.staffId;
  const year = Number(localDateOf(parts.clock.now()).slice(0, 4));
  const deps = { ...parts, calendars: createCalendars(parts), nodes: createOrganisationNodes(parts) };
  const proofs = createProofOfWork(parts.keyring);
  let made = 900;
  const next = (): number => {
    made += 1;
    return made;
  };
  const fund = (kind: 'district' | 'town') =>
    kind === 'district' ? { kind, homes: 10_000, prices } : { kind, amount: 1_000_000_000, ceiling: 600_000 };
  const fundBody = (kind: 'district' | 'town', of: number): object => ({
    year: of,
    node: kind === 'district' ? places.district : places.town,
    fund: fund(kind),
  });
  for (const kind of ['district', 'town'] as const) {
    await callRow(renovation, routes.setFund, { cookie: cookieOf('district'), body: fundBody(kind, year) });
  }
  const proof = async (): Promise<string> => proofFor(await proofs.challenge(parts.clock.now()));
  const sourceIp = (): string => `198.51.100.${next() % 250}`;
  const shown = 'benchphoto';
  const seen = { photos: [shown] };

  /** The way of a home: who does what, in order. */
  const way: readonly (readonly [Route, Who, object])[] = [
    ['check', 'community', {}],
    ['review', 'town', {}],
    ['appointment', 'town', { assessor: builder, day: localDateOf(addMinutes(parts.clock.now(), 2 * aDay)) }],
    ['assessment', 'builder', assessment],
    ['feasibility', 'technician', feasible],
    ['plan', 'planner', { year, lines }],
    ['agreement', 'community', { agrees: true, how: 'phone' }],
    ['approval', 'district', { year }],
    ['assign', 'town', {}],
    ['before', 'builder', seen],
    ['completion', 'builder', { ...seen, lines }],
    ['signature', 'builder', { side: 'contractor' }],
    ['signature', 'community', { side: 'applicant', how: 'paper' }],
    ['signature', 'town', { side: 'federation' }],
    ['pay', 'town', { note: 'A-1' }],
  ];
  const ofLot = (home: Made, body: object): Call => ({
    cookie: cookieOf('town'),
    params: { lot: home.lot },
    body: { ...body, renovations: [home.reference] },
    ifMatch: 1,
  });
  const assigning = ({ reference }: Made): object => ({
    ...{ name: '第一批', node: places.town, contractor: builder, renovations: [reference] },
  });
  const callOf = (home: Made, [route, who, body]: (typeof way)[number]): Call => {
    if (route === 'pay') return ofLot(home, body);
    if (route === 'assign') return { cookie: cookieOf(who), body: assigning(home) };
    return { cookie: cookieOf(who), params: { reference: home.reference }, body, ifMatch: home.version };
  };
  const registering = (): Call => ({
    cookie: cookieOf('community'),
    body: { ...application(next()), consent: { ...consent, how: 'paper' } },
  });
  const done = async (route: Route, call: Call): Promise<unknown> => {
    const { status, body } = await callRow(renovation, routes[route], call);
    if (status >= 400) throw new Error(`${route}: ${JSON.stringify(body)}`);
    return body;
  };
  /** A home taken along the way, up to the first step named like this. */
  const before = async (step: Route | 'end'): Promise<Made> => {
    let home: Made = {
      ...v.parse(madeSchema, await done('register', registering())),
      ...{ lot: '', version: 1 },
    };
    for (const part of way) {
      if (part[0] === step) return home;
      // Its public notice is over in ten days; nobody waits for that here.
      if (part[0] === 'assign') await watchRenovations(deps, addMinutes(parts.clock.now(), 10 * aDay));
      const body = await done(part[0], callOf(home, part));
      const lot = fieldIn(body, 'lot');
      const now = await done('read', {
        cookie: cookieOf('community'),
        params: { reference: home.reference },
      });
      home = {
        ...home,
        ...(typeof lot === 'string' ? { lot } : {}),
        version: Number(fieldIn(now, 'version')),
      };
    }
    return home;
  };
  const play = (route: Route): Play => {
    const part = way.find(([name]) => name === route);
    if (!part) throw new Error(`${route} is no part of the way`);
    return async () => callOf(await before(route), part);
  };
  const at = async (step: Route | 'end', who: Who, body: object): Promise<Call> => {
    const home = await before(step);
    return callOf(home, ['check', who, body]);
  };
  /** Accepted more than a year ago. */
  const longAgo = async (): Promise<Made> => {
    wait(-400 * aDay);
    const home = await before('end');
    wait(400 * aDay);
    return home;
  };
  const own = ({ reference, code }: Made, body: object): Call => ({
    ...{ sourceIp: sourceIp(), params: { reference }, body: { code, ...body } },
  });
  const rejection = { reason: 'other', text: '不符合条件' };
  const rejected = async (): Promise<Made> => {
    const home = await before('check');
    await done('rejection', callOf(home, ['rejection', 'community', rejection]));
    return { ...home, version: 2 };
  };
  const owing = async (): Promise<Made> => {
    const home = await before('check');
    await done('papers', callOf(home, ['papers', 'community', { papers: ['户口本'] }]));
    return { ...home, version: 2 };
  };
  const objection = () => ({
    text: '房子已出租',
    name: '李四',
    phone: `139${String(next()).padStart(8, '0')}`,
  });
  const noticed = () => before('assign');
  let funds = year;
  const newYear = (): number => {
    funds += 1;
    return funds;
  };
  const saved = async () => {
    const answer = await callRow(site, renovationPublicContract.routes.save, {
      sourceIp: sourceIp(),
      body: { answers: '{"name":"王"}', proof: await proof() },
    });
    return v.parse(madeSchema, answer.body);
  };
  const query = { node: places.town };
  const cookie = cookieOf('town');

  return {
    staff: {
      register: async () => registering(),
      list: async () => ({ cookie, query: { ...query, list: 'all' } }),
      jobs: async () => ({ cookie: cookieOf('builder'), query: {} }),
      toAssess: async () => ({ cookie: cookieOf('builder') }),
      read: async () => ({ cookie, params: { reference: (await before('review')).reference } }),
      history: async () => ({ cookie, params: { reference: (await before('end')).reference } }),
      people: async () => ({ cookie, query }),
      figures: async () => ({ cookie, query: { ...query, from: `${year}-01`, to: `${year}-12` } }),
      check: play('check'),
      review: play('review'),
      papers: () => at('check', 'community', { papers: ['户口本'] }),
      'papers-answer': async () => callOf(await owing(), ['papers-answer', 'community', { text: '已补' }]),
      appointment: play('appointment'),
      assessment: play('assessment'),
      feasibility: play('feasibility'),
      plan: play('plan'),
      agreement: play('agreement'),
      approval: play('approval'),
      rejection: () => at('approval', 'district', rejection),
      objection: () => at('assign', 'community', objection()),
      'objection-decision': async () => {
        const home = await noticed();
        await done('objection', callOf(home, ['objection', 'community', objection()]));
        const decision = { no: 1, upheld: false, text: '不属实' };
        return callOf({ ...home, version: home.version + 1 }, ['objection-decision', 'district', decision]);
      },
      before: play('before'),
      completion: play('completion'),
      signature: play('signature'),
      defect: () => at('signature', 'town', { side: 'federation', text: '扶手松动' }),
      'follow-up': async () =>
        callOf(await longAgo(), ['follow-up', 'community', { month: 3, reached: true, satisfaction: 5 }]),
      appeal: async () => callOf(await rejected(), ['appeal', 'community', { text: '请复核', how: 'paper' }]),
      'appeal-decision': async () => {
        const home = await rejected();
        await done('appeal', callOf(home, ['appeal', 'community', { text: '请复核', how: 'paper' }]));
        const decision = { granted: true, text: '属实' };
        return callOf({ ...home, version: 3 }, ['appeal-decision', 'reviewer', decision]);
      },
      withdrawal: () => at('before', 'community', { reason: 'moved', how: 'phone' }),
      disclosure: () => at('review', 'town', { reason: '电话联系' }),
      funds: async () => ({ cookie, query: { year: String(year) } }),
      setFund: async () => ({ cookie: cookieOf('district'), body: fundBody('town', newYear()) }),
      changeFund: async () => {
        const body = fundBody('town', newYear());
        const set = await done('setFund', { cookie: cookieOf('district'), body });
        return {
          cookie: cookieOf('district'),
          params: { fund: String(fieldIn(set, 'fund')) },
          body: { fund: { ...fund('town'), amount: 2_000_000_000 }, reason: '追加预算' },
          ifMatch: 1,
        };
      },
      lots: async () => ({ cookie, query }),
      readLot: async () => ({ cookie, params: { lot: (await before('before')).lot } }),
      assign: async () => {
        const home = await before('assign');
        await watchRenovations(deps, addMinutes(parts.clock.now(), 10 * aDay));
        return { cookie, body: assigning(home) };
      },
      pay: play('pay'),
    },
    residents: {
      save: async () => ({ sourceIp: sourceIp(), body: { answers: '{}', proof: await proof() } }),
      open: async () => ({ sourceIp: sourceIp(), body: await saved() }),
      saveAgain: async () => {
        const { reference, code } = await saved();
        return { sourceIp: sourceIp(), params: { reference }, body: { code, version: 1, answers: '{}' } };
      },
      apply: async () => ({
        sourceIp: sourceIp(),
        body: { ...application(next()), consent, proof: await proof() },
      }),
      progress: async () => {
        const { reference, code } = await before('review');
        return { sourceIp: sourceIp(), body: { reference, code } };
      },
      papers: async () => own(await owing(), { text: '已补' }),
      agreement: async () => own(await before('agreement'), { agrees: true }),
      signature: async () => own(await before('signature'), { done: true }),
      rating: async () => own(await longAgo(), { month: 3, satisfaction: 4 }),
      appeal: async () => own(await rejected(), { text: '请复核' }),
      withdraw: async () => own(await before('review'), { reason: 'no-longer-wanted' }),
      items: async () => ({}),
      notices: async () => ({ query }),
      object: async () => {
        const { reference } = await noticed();
        const read = await done('read', { cookie, params: { reference } });
        return {
          sourceIp: sourceIp(),
          params: { notice: String(fieldIn(fieldIn(read, 'notice'), 'id')) },
          body: { ...objection(), proof: await proof() },
        };
      },
    },
    photos: {
      ofRenovation: async () => {
        const photoId = v.parse(PhotoIdSchema, shown);
        await photos.put(photoId, { bytes: jpeg(4, 4), type: 'image/jpeg' });
        const { reference } = await before('completion');
        return { cookie, params: { reference, photoId } };
      },
    },
  };
};
