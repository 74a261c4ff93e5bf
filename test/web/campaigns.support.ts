import * as v from 'valibot';
import { accessContract } from '../../functions/access/access.contract.ts';
import { campaignsContract } from '../../functions/campaigns/campaigns.contract.ts';
import { householdsContract } from '../../functions/households/households.contract.ts';
import type { CoverageCounts } from '../../web/src/admin/campaigns/campaigns.queries.ts';
import { reply, type Service, session, town } from './admin.support.tsx';

const { routes } = campaignsContract;

export const village = `${town}/370402103201`;
export const campaign = '78FH96YC7W';
export const area = 'AFCT46E69A';
export const asOf = '2096-11-23T04:00:00.000Z';
export const officer = { id: 'FAWYHFMWFE', name: '高建国' };

/** One of the households of the village, by a number from 0. */
export const doorId = (n: number): string => `${'ACDEFGHJKMNPQRTU'.slice(0, 15)}${'34679'.charAt(n)}`;

export const running = {
  ...{ campaign, version: 2, state: 'running', name: '冬季大走访', objective: '户户见面。' },
  ...{
    steps: ['入户'],
    materials: ['明白纸'],
    scope: town,
    from: '2096-11-20',
    to: '2096-12-04',
    perDay: 10,
  },
  ...{ includeRestDays: false, createdAt: asOf, createdBy: officer, startedAt: asOf, startedBy: officer },
  ...{ mayKeep: false, mayPlan: true },
};

export const counts = (some: Partial<CoverageCounts>): CoverageCounts => ({
  ...{ assigned: 0, visited: 0, planned: 0, refused: 0, empty: 0, excluded: 0, missed: 0 },
  ...{ tried: 0, waitingOffPeak: 0 },
  ...some,
});

export const person = (staffId: string, name: string, assigned = 0) => ({
  ...{ staffId, name, roles: ['visitor'], scope: town, assigned, visited: 0 },
});
export const people = [person('FAWYHFMWFE', '高建国'), person('YTC6WER5WR', '周雪')];

export const door = (n: number, change: object = {}) => ({
  ...{ campaign, household: doorId(n), version: 3, village, area, address: `幸福里 ${n} 号`, kind: 'home' },
  ...{ head: '王**', hasPhone: true, categories: [], assignee: officer, day: '2096-11-24', order: n },
  ...{ status: 'planned', tried: 0, ...change },
});

/** A desk of the lead of a town with one running campaign. */
export const asLead = (service: Service): void => {
  const { whoAmI } = accessContract.routes;
  service.answer(whoAmI, () => reply(whoAmI, { ...session, name: '高建国', roles: ['lead'], scope: town }));
  service.answer(routes.read, () => reply(routes.read, running));
  service.answer(routes.plans, () => reply(routes.plans, { rows: [], asOf }));
  service.answer(routes.people, () => reply(routes.people, { people, asOf }));
  service.answer(routes.proofs, () => reply(routes.proofs, { rows: [], asOf }));
  const { areas } = householdsContract.routes;
  service.answer(areas, () =>
    reply(areas, {
      areas: [{ area, version: 1, village, name: '东片', active: true, createdAt: asOf }],
      asOf,
    }),
  );
};

const peopleSent = v.object({
  people: v.array(v.object({ staffId: v.string(), areas: v.array(v.string()) })),
});

/** Whom a preview or a plan was asked with. */
export const chosenIn = (body: unknown): string[] =>
  v.parse(peopleSent, body).people.map(({ staffId }) => staffId);
