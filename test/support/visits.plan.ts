import { randomUUID } from 'node:crypto';
import type { Assignment } from '../../functions/campaigns/assignments.states.ts';
import { assignmentId, assignmentType } from '../../functions/campaigns/assignments.store.ts';
import type { Campaign } from '../../functions/campaigns/campaigns.states.ts';
import { campaignType } from '../../functions/campaigns/campaigns.store.ts';
import type { HouseholdDependencies } from '../../functions/households/households.usecases.ts';
import { registerHousehold } from '../../functions/households/households-registering.usecases.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { type CaseType, type Fields, type Stored, stepOf } from '../../functions/platform/ledger/steps.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { intentOf, places } from './district.ts';

export interface Planning {
  readonly village: string;
  readonly phone: string | undefined;
  readonly day: string;
}

/** A campaign that runs, whose households are given out one by one: what planning comes to, without planning. */
export interface PlanBed {
  readonly campaign: string;
  /** A new household of the village that somebody is to visit; its id. */
  readonly planned: (to: Principal, change?: Partial<Planning>) => Promise<string>;
  readonly reassign: (household: string, to: Principal) => Promise<void>;
}

const officer = ({ staffId: id, name }: Principal) => ({ id, name });

/** The one campaign of these tests and measurements. */
export const campaignId = referenceFrom('the campaign');

export const startPlan = async (deps: HouseholdDependencies, admin: Principal): Promise<PlanBed> => {
  const { clock, ledger } = deps;
  const put = async <S extends Fields>(
    type: CaseType<S>,
    id: string,
    next: S,
    before?: Stored<S>,
  ): Promise<void> => {
    const actor = { kind: 'staff', ...officer(admin) } as const;
    const command = { key: randomUUID(), request: '', actor, now: clock.now() };
    const events = [{ type: before ? 'changed' : 'made', data: {} }] as const;
    const { outcome } = await ledger.commit([stepOf(command, { type, id, before, next, events })]);
    if (outcome !== 'committed') throw new Error(`${id}: ${outcome}`);
  };

  const campaign = campaignId;
  const running: Campaign = {
    state: 'running',
    ...{
      name: '暖冬走访',
      objective: '户户走到',
      steps: ['敲门'],
      materials: ['明白纸'],
      scope: places.town,
    },
    ...{ from: parseLocalDate('2026-11-23'), to: parseLocalDate('2026-12-18'), perDay: 20 },
    ...{ includeRestDays: false, createdAt: clock.now(), createdBy: officer(admin) },
    ...{ startedAt: clock.now(), startedBy: officer(admin) },
  };
  await put<Campaign>(campaignType, campaign, running);

  let doors = 0;
  return {
    campaign,
    planned: async (to, change = {}) => {
      const { village = places.village, day = '2026-11-23' } = change;
      const phone = 'phone' in change ? change.phone : '13812345678';
      doors += 1;
      const members = [{ name: '王小明', relation: '户主', categories: [], phone }];
      const text = `幸福小区${doors}号`;
      const { id: household } = await registerHousehold(deps, intentOf(admin, deps), {
        ...{ village, members, source: 'register' },
        details: { kind: 'home', address: { text } },
      });
      await put<Assignment>(assignmentType, assignmentId(campaign, household), {
        status: 'planned',
        ...{ campaign, scope: places.town, household, village, address: text, kind: 'home', head: '王**' },
        ...{ hasPhone: phone !== undefined, categories: [], assignee: officer(to) },
        ...{ day: parseLocalDate(day), order: doors, tries: [], tried: 0, formerly: [] },
        createdAt: clock.now(),
      });
      return household;
    },
    reassign: async (household, to) => {
      const before = await ledger.read(assignmentType, assignmentId(campaign, household));
      if (!before) throw new Error(`nobody is to visit ${household}`);
      const { assignee, formerly } = before.state;
      const next: Assignment = {
        ...before.state,
        assignee: officer(to),
        formerly: [...formerly, { ...assignee, until: clock.now() }],
      };
      await put<Assignment>(assignmentType, before.id, next, before);
    },
  };
};
