import * as rules from '../../issues/issues.rules.ts';
import {
  actOnIssue,
  type IssueCommand,
  type IssueDependencies,
  resolveIssue,
  sendIssue,
} from '../../issues/issues.usecases.ts';
import { consentVersion } from '../../issues/issues.words.ts';
import * as handling from '../../issues/issues-handling.rules.ts';
import { raiseIssue } from '../../issues/issues-raising.usecases.ts';
import { watchDeadlines } from '../../issues/issues-watch.usecases.ts';
import type { Principal } from '../../platform/contract/roles.ts';
import { commandOf } from '../../platform/ledger/staff-command.ts';
import {
  addDays,
  addMinutes,
  endOfDay,
  type Instant,
  type LocalDate,
  localDateOf,
} from '../../platform/runtime/time.ts';
import { departmentOf } from './district.ts';
import { forEach } from './for-each.ts';
import { type IssuePlan, issueCount, planIssue } from './issue-plans.ts';
import type { Personas } from './personas.ts';
import { seededRandom } from './random.ts';

const { from } = rules;

/** One thing somebody does with one issue of the demo, through the use case they would do it with. */
interface Act {
  readonly at: Instant;
  readonly what: string;
  readonly by: Principal;
  readonly run: (request: IssueCommand) => Promise<unknown>;
}

/** Another office than the right one: where an issue goes that is returned twice. */
const wrongOffices = ['minzheng', 'dangzheng'] as const;

/** Everything that is done with an issue after it was raised, up to where it ends. */
const actsOf = (deps: IssueDependencies, plan: IssuePlan, personas: Personas): Act[] => {
  const { town, text, times } = plan;
  const { lead, visitor } = personas.of(town);
  const office = departmentOf(town, text.department);
  const handler = personas.handler(office);

  const transfer = (at: Instant, department: string): Act => ({
    ...{ at, what: `transfer to ${department}`, by: lead },
    run: (request) =>
      sendIssue(
        deps,
        'transfer',
        { ...request, body: { department } },
        from(['registered'], (issue, act) => rules.transfer(issue, act, department, 'normal')),
      ),
  });
  const giveBack = (at: Instant, department: string): Act => ({
    ...{ at, what: `return from ${department}`, by: personas.handler(department) },
    run: (request) =>
      actOnIssue(
        deps,
        'return',
        request,
        from(['transferred'], (issue, act) =>
          rules.giveBack(issue, act, '不属于本办公室职责，建议转有关科室办理。'),
        ),
      ),
  });
  const claim: Act = {
    ...{ at: times.claimed, what: 'claim', by: handler },
    run: (request) => actOnIssue(deps, 'claim', request, from(['transferred'], rules.claim)),
  };
  const extension: Act = {
    ...{ at: addMinutes(times.claimed, 45), what: 'extension', by: handler },
    run: (request) =>
      actOnIssue(
        deps,
        'extension',
        request,
        from(['claimed'], (issue, act) =>
          handling.requestExtension(issue, act, 3, '配件需从厂家订购，预计三个工作日到货。'),
        ),
      ),
  };
  const done = { outcome: 'solved', measures: text.measures } as const;
  const resolve: Act = {
    ...{ at: times.resolved, what: 'resolve', by: handler },
    run: (request) =>
      resolveIssue(
        deps,
        request,
        from(['claimed'], (issue, act) => handling.resolve(issue, act, { ...done, photos: [], plan: [] })),
      ),
  };
  const answer: Act = {
    ...{ at: times.answered, what: 'answer', by: handler },
    run: (request) =>
      actOnIssue(
        deps,
        'answer',
        request,
        from(['resolved'], (issue, act) =>
          handling.answer(issue, act, { reached: true, text: text.answer, channel: 'phone' }),
        ),
      ),
  };
  const said = plan.isReached
    ? {
        reached: true,
        solved: plan.solved,
        satisfaction: plan.satisfaction,
        note: '电话回访，群众意见已记录。',
      }
    : { reached: false, note: '三次拨打均无人接听。' };
  const followUp: Act = {
    ...{ at: times.followedUp, what: 'follow-up', by: visitor },
    run: (request) =>
      actOnIssue(
        deps,
        'follow-up',
        request,
        from(['answered'], (issue, act) =>
          handling.followUp(issue, act, { ...said, channel: 'phone', reopen: false }),
        ),
      ),
  };

  const sent = transfer(times.transferred, office);
  const returnedTwice = wrongOffices.flatMap((slug, index) => {
    const department = departmentOf(town, slug);
    const at = addMinutes(times.transferred, index * 120);
    return [transfer(at, department), giveBack(addMinutes(at, 60), department)];
  });
  const upTo: Readonly<Record<IssuePlan['ending'], readonly Act[]>> = {
    closed: [sent, claim, resolve, answer, followUp],
    registered: [],
    transferred: [sent],
    claimed: [sent, claim],
    late: [sent, claim],
    extension: [sent, claim, extension],
    arbitration: returnedTwice,
    resolved: [sent, claim, resolve],
    answered: [sent, claim, resolve, answer],
  };
  return [...upTo[plan.ending]];
};

interface Course {
  readonly plan: IssuePlan;
  readonly waiting: Act[];
  reference: string | undefined;
}

const raise = async (deps: IssueDependencies, { plan }: Course, personas: Personas): Promise<string> => {
  const { lead, visitor } = personas.of(plan.town);
  const by = plan.source === 'phone' ? lead : visitor;
  const command = { caller: by, key: `demo-${plan.number}-raise`, digest: 'demo', now: plan.times.raised };
  const { category, what, place } = plan.text;
  const { stored } = await raiseIssue(
    deps,
    plan.source === 'form' ? { ...commandOf(command), actor: { kind: 'resident' } } : commandOf(command),
    {
      ...{
        category,
        what,
        photos: [],
        reporter: plan.reporter,
        source: plan.source,
        consent: consentVersion,
      },
      place: { path: plan.village.path, text: place },
    },
    plan.source === 'form' ? undefined : { id: by.staffId, name: by.name },
  );
  return stored.id;
};

/** Plays one issue on until `until`, as it stands: the schedule may have marked it in between. */
const playOn = async (
  deps: IssueDependencies,
  course: Course,
  until: Instant,
  personas: Personas,
): Promise<void> => {
  if (course.plan.times.raised > until) return;
  course.reference ??= await raise(deps, course, personas);
  for (let act = course.waiting[0]; act && act.at <= until; act = course.waiting[0]) {
    await perform(act, course.reference, `demo-${course.plan.number}`);
    course.waiting.shift();
  }
};

const perform = (act: Act, reference: string, key: string): Promise<unknown> =>
  act.run({
    params: { reference },
    caller: act.by,
    key: `${key}-${act.what}`,
    digest: 'demo',
    ifMatch: undefined,
    now: act.at,
  });

/** Plays an issue that somebody raised elsewhere, such as at a door, as far as its plan comes by `until`. */
export const playIssue = async (
  deps: IssueDependencies,
  reference: string,
  plan: IssuePlan,
  personas: Personas,
  until: Instant,
): Promise<void> => {
  for (const act of actsOf(deps, plan, personas)) {
    if (act.at > until) return;
    await perform(act, reference, `demo-${reference}`);
  }
};

/**
 * Ten weeks of issues, day by day, through the use cases officers use, with the schedule's sweep every night. The
 * same issues for the same day and seed.
 */
export const playIssues = async (
  deps: IssueDependencies,
  personas: Personas,
  now: Instant,
  onProgress: (done: number, of: number) => void,
): Promise<void> => {
  const random = seededRandom(361);
  const today = localDateOf(now);
  const courses = Array.from({ length: issueCount }, (_, number): Course => {
    const plan = planIssue(number, today, now, random);
    return { plan, waiting: actsOf(deps, plan, personas), reference: undefined };
  });
  const first = courses.reduce<LocalDate>((date, { plan }) => {
    const raised = localDateOf(plan.times.raised);
    return raised < date ? raised : date;
  }, today);
  for (let date = first; date <= today; date = addDays(date, 1)) {
    const night = endOfDay(date);
    const until = night < now ? night : now;
    await forEach(courses, (course) => playOn(deps, course, until, personas));
    await watchDeadlines(deps, until);
    onProgress(courses.filter(({ reference }) => reference !== undefined).length, issueCount);
  }
};
