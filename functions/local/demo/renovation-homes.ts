import type { Officer } from '../../platform/contract/officer.ts';
import { officerOf } from '../../platform/contract/officer.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import type { Command, Stored } from '../../platform/ledger/steps.ts';
import type { PhotoId } from '../../platform/photos/photo.contract.ts';
import { addDays, addMinutes, type Instant, localDateOf, startOfDay } from '../../platform/runtime/time.ts';
import { type Applying, apply } from '../../renovation/applying.usecases.ts';
import type { Quantity } from '../../renovation/plan-checks.rules.ts';
import { approveHome } from '../../renovation/planning.usecases.ts';
import type { PriceLine } from '../../renovation/renovation.fields.ts';
import {
  type Act,
  appoint,
  askForPapers,
  check,
  from,
  type RenovationDecision,
  refuse,
  review,
} from '../../renovation/renovation.rules.ts';
import type { Renovation } from '../../renovation/renovation.states.ts';
import {
  changeRenovation,
  objecting,
  type RenovationDependencies,
} from '../../renovation/renovation.usecases.ts';
import { endNotice } from '../../renovation/renovation-notice.rules.ts';
import { answerPlan, assess, findFeasible, plan } from '../../renovation/renovation-planning.rules.ts';
import { appeal, reject, withdraw } from '../../renovation/renovation-stopping.rules.ts';
import { complete, findDefect, followUp, showBefore, sign } from '../../renovation/renovation-works.rules.ts';
import { type DemoStep, steps, type Turn } from './renovation-plans.ts';

/** Who does what in a town: nobody decides twice, so that what comes next can be decided by a demo account. */
export interface Federation {
  readonly lead: Officer;
  /** Reviews, plans. */
  readonly town: Officer;
  /** Says what is feasible. */
  readonly technician: Officer;
  readonly contractor: Officer;
  /** Of the district: approves, gives to contractors, pays. */
  readonly district: Principal;
}

/** A home to be brought as far as its group stands. */
export interface DemoHome {
  /** Names its commands, so that what was interrupted is gone on with. */
  readonly key: string;
  readonly applying: Applying;
  readonly lines: readonly Quantity[];
  readonly prices: readonly PriceLine[];
  readonly year: number;
  readonly last: DemoStep;
  readonly turn?: Turn | undefined;
  readonly daysAgo: number;
  /** Days ago its lot was given out. */
  readonly assignedDaysAgo?: number | undefined;
  /** Spreads homes of one day over it, in minutes. */
  readonly minutes: number;
}

interface Setting {
  readonly deps: RenovationDependencies;
  readonly now: Instant;
  readonly photo: PhotoId;
}

const indexOf = (step: DemoStep): number => steps.findIndex((one) => one.step === step);
const building = indexOf('building');

/** When a home came to a step: as usual before the last one it reached, and before its lot was given out. */
export const timeOf = (home: DemoHome, step: DemoStep, now: Instant): Instant => {
  const at = indexOf(step);
  const anchor = home.assignedDaysAgo !== undefined && at <= building ? building : indexOf(home.last);
  const days = steps.slice(at + 1, anchor + 1).reduce((sum, { days: each }) => sum + each, 0);
  const since =
    anchor === building && home.assignedDaysAgo !== undefined ? home.assignedDaysAgo : home.daysAgo;
  const day = startOfDay(addDays(localDateOf(now), -(days + since)));
  const time = addMinutes(day, 9 * 60 + home.minutes);
  // Nothing of the demo lies ahead of it.
  return time < now ? time : addMinutes(now, -1);
};

const has = (home: DemoHome, step: DemoStep): boolean => indexOf(step) <= indexOf(home.last);

/** Several rules at one moment, as one commit. */
const together =
  (...rules: readonly ((renovation: Renovation) => RenovationDecision)[]) =>
  (renovation: Renovation): RenovationDecision => {
    let state = renovation;
    const events = [];
    for (const rule of rules) {
      const decided = rule(state);
      if ('refusal' in decided) return decided;
      state = decided.next;
      events.push(...decided.events);
    }
    const [first, ...rest] = events;
    return first ? { next: state, events: [first, ...rest] } : refuse('renovation.transition_not_allowed');
  };

type Rule = (act: Act) => (renovation: Renovation) => RenovationDecision;

const found = ({ applying, lines }: DemoHome, photo: PhotoId) => ({
  function: '行走、下蹲困难，要扶着东西。',
  home: '老式住房，没有无障碍设施。',
  items: [...new Set([...applying.wants, ...lines.map(({ item }) => item)])].map((item) => ({
    ...{ item, needed: true, why: applying.need },
  })),
  photos: [photo],
});

/** One commit of one home. */
const does = async (
  { deps }: Setting,
  reference: string,
  { key, at, by }: { readonly key: string; readonly at: Instant; readonly by: Officer | undefined },
  rule: Rule,
): Promise<Stored<Renovation>> => {
  const command: Command = {
    ...{ key: `demo-${key}`, request: key, now: at },
    actor: by ? { kind: 'staff', ...by } : { kind: 'resident' },
  };
  return changeRenovation(deps, {
    ...{ reference, command, ifMatch: undefined },
    decide: ({ stored, calendar }) =>
      rule({ by: by ?? { id: '', name: '' }, now: at, calendar })(stored.state),
  });
};

/** From the form to the approval, as far as the home goes. @returns its reference. */
export const bringToApproval = async (
  setting: Setting,
  home: DemoHome,
  people: Federation,
): Promise<string> => {
  const { deps, now, photo } = setting;
  const at = (step: DemoStep): Instant => timeOf(home, step, now);
  const key = (step: string): string => `${home.key}-${step}`;
  const command: Command = {
    ...{ key: `demo-${home.key}`, request: home.key, now: at('applied') },
    actor: { kind: 'resident' },
  };
  const { stored } = await apply(deps, command, home.applying, undefined);
  const act = (step: DemoStep, by: Officer | undefined, rule: Rule): Promise<Stored<Renovation>> =>
    does(setting, stored.id, { key: key(step), at: at(step), by }, rule);
  const own = { how: undefined, by: undefined } as const;
  if (home.turn === 'papers') {
    await does(
      setting,
      stored.id,
      { key: key('papers'), at: addMinutes(at('applied'), 1440), by: people.lead },
      (one) => from(['applied'], (state) => askForPapers(state, one, ['户口本复印件', '房屋产权或租住证明'])),
    );
    return stored.id;
  }
  if (has(home, 'checked'))
    await act('checked', people.lead, (one) => from(['applied'], (state) => check(state, one)));
  if (home.turn === 'rejected' || home.turn === 'appealed') {
    await act('reviewed', people.town, (one) =>
      from(['checked'], (state) =>
        reject(state, one, { reason: 'had-before', text: '去年已由住建部门改造过卫生间。' }),
      ),
    );
    if (home.turn === 'appealed')
      await act('assessed', undefined, (one) =>
        from(['rejected'], (state) => appeal(state, { ...one, ...own }, '那是邻居家，请再核实一次。')),
      );
    return stored.id;
  }
  if (has(home, 'reviewed')) {
    const isAppointed = has(home, 'assessed') || home.turn === 'appointed';
    await act('reviewed', people.town, (one) =>
      together(
        from(['checked'], (state) => review(state, one)),
        ...(isAppointed
          ? [
              from(['reviewed'], (state) =>
                appoint(state, one, people.contractor, addDays(localDateOf(one.now), 7)),
              ),
            ]
          : []),
      ),
    );
  }
  if (has(home, 'assessed'))
    await act('assessed', people.contractor, (one) =>
      from(['reviewed'], (state) => assess(state, one, found(home, photo))),
    );
  if (has(home, 'planned'))
    await act('planned', people.technician, (one) =>
      together(
        from(['assessed'], (state) =>
          findFeasible(state, one, {
            items: found(home, photo).items.map(({ item }) => ({ item, feasible: true })),
          }),
        ),
        from(['feasible'], (state) =>
          plan(state, { ...one, by: people.town }, home.lines, {
            ...{ year: home.year, prices: home.prices, ceiling: 600_000, had: new Map() },
          }),
        ),
      ),
    );
  if (has(home, 'agreed'))
    await act('agreed', undefined, (one) =>
      from(['planned'], (state) => answerPlan(state, { ...one, ...own }, { agrees: true })),
    );
  return stored.id;
};

/** Money and home are reserved, or it waits; what happens in public follows. */
export const bringThroughNotice = async (
  setting: Setting,
  home: DemoHome,
  people: Federation,
  reference: string,
): Promise<void> => {
  const { deps, now } = setting;
  if (home.turn === 'withdrawn') {
    const at = addMinutes(timeOf(home, 'agreed', now), 2880);
    await does(
      setting,
      reference,
      { key: `${home.key}-withdrawn`, at, by: undefined },
      (act) => (state) => withdraw(state, { ...act, by: undefined, how: undefined }, { reason: 'moved' }),
    );
    return;
  }
  if (home.turn !== 'queued' && !has(home, 'noticed')) return;
  const at =
    home.turn === 'queued' ? addMinutes(timeOf(home, 'agreed', now), 1440) : timeOf(home, 'noticed', now);
  await approveHome(deps, {
    ...{ caller: people.district, key: `demo-${home.key}-noticed`, digest: home.key, ifMatch: undefined },
    ...{ now: at < now ? at : addMinutes(now, -1), params: { reference }, body: { year: home.year } },
  });
  if (home.turn === 'objection') await objectTo(setting, home, reference, at);
  if (has(home, 'ready')) {
    const key = `${home.key}-ready`;
    await does(
      setting,
      reference,
      { key, at: timeOf(home, 'ready', now), by: officerOf(people.district) },
      (act) =>
        from(['noticed'], (state) => endNotice(state, act) ?? refuse('renovation.transition_not_allowed')),
    );
  }
};

const objectTo = async (
  { deps }: Setting,
  home: DemoHome,
  reference: string,
  noticedAt: Instant,
): Promise<void> => {
  const at = addMinutes(noticedAt, 1440);
  const command: Command = {
    ...{ key: `demo-${home.key}-objection`, request: home.key, now: at, actor: { kind: 'resident' } },
  };
  await changeRenovation(deps, {
    ...{ reference, command, ifMatch: undefined },
    decide: ({ stored }) =>
      objecting(
        deps,
        stored,
        { now: at, by: undefined },
        { text: '这户前年搬到县城住了，房子空着。', name: '赵全友', phone: '19992000001' },
        { name: '赵**', phone: '199****0001' },
      ),
  });
};

/** What a contractor does at a home that was given to them, up to the third signature. */
export const bringThroughWorks = async (
  setting: Setting,
  home: DemoHome,
  people: Federation,
  reference: string,
): Promise<void> => {
  const { now, photo } = setting;
  const { contractor, district } = people;
  const act = (step: string, at: Instant, by: Officer | undefined, rule: Rule): Promise<Stored<Renovation>> =>
    does(setting, reference, { key: `${home.key}-${step}`, at, by }, rule);
  if (has(home, 'shown'))
    await act('shown', timeOf(home, 'shown', now), contractor, (one) =>
      from(['building'], (state) => showBefore(state, one, { photos: [photo] })),
    );
  if (!has(home, 'finished')) return;
  const finishedAt = timeOf(home, 'finished', now);
  const finish: Rule = (one) =>
    from(['building'], (state) => complete(state, one, { photos: [photo], lines: [...home.lines] }));
  await act('finished', finishedAt, contractor, finish);
  if (home.turn === 'rework') {
    const fault = { text: '扶手松动，离墙距离不够。', photos: [] };
    await act('defect', addMinutes(finishedAt, 1440), officerOf(district), (one) =>
      from(['finished'], (state) => findDefect(state, { ...one, how: undefined }, 'federation', fault)),
    );
    return;
  }
  if (!has(home, 'accepted')) return;
  const signs = (['contractor', 'applicant', 'federation'] as const).map(
    (side): Rule =>
      (one) =>
        from(['finished'], (state) =>
          sign(state, { ...one, ...(side === 'applicant' ? { by: undefined } : {}), how: undefined }, side),
        ),
  );
  await act('accepted', timeOf(home, 'accepted', now), officerOf(district), (one) =>
    together(...signs.map((rule) => rule(one))),
  );
};

/** Somebody asked how it is; the second time it is closed. */
export const bringToClose = async (
  setting: Setting,
  home: DemoHome,
  people: Federation,
  reference: string,
): Promise<void> => {
  if (home.turn !== 'followed-up') return;
  for (const month of [3, 12] as const) {
    const at = addMinutes(timeOf(home, 'accepted', setting.now), (month * 31 + 2) * 24 * 60);
    if (at >= setting.now) return;
    const key = `${home.key}-follow-up-${month}`;
    const heard = { month, reached: true, satisfaction: home.minutes % 7 === 0 ? 4 : 5 } as const;
    await does(setting, reference, { key, at, by: people.lead }, (act) =>
      from(['paid'], (state) => followUp(state, act, heard)),
    );
  }
};
