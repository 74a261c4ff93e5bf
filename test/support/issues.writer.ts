import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { workingCalendar } from '../../functions/calendar/calendar.rules.ts';
import { stateCouncilYears } from '../../functions/calendar/state-council-years.ts';
import { claim, from, transfer } from '../../functions/issues/issues.rules.ts';
import {
  actOnIssue,
  type IssueCommand,
  linkIssue,
  sendIssue,
} from '../../functions/issues/issues.usecases.ts';
import { raiseIssue } from '../../functions/issues/issues-raising.usecases.ts';
import type { Principal } from '../../functions/platform/contract/roles.ts';
import { createCore } from '../../functions/platform/runtime/core.ts';
import { parseEnv } from '../../functions/platform/runtime/env.ts';
import { coreEnvironment } from '../../functions/platform/runtime/environment.ts';
import { newKey } from './call.ts';
import { places } from './district.ts';

/**
 * A program that raises and handles issues as fast as it can until it is killed. After each change it has been
 * told about it writes one line, `<reference> <version> <head>`: what was acknowledged. Started with a number of
 * officers who work side by side.
 */
const core = createCore(parseEnv(coreEnvironment, process.env));
const calendar = workingCalendar(stateCouncilYears);
const deps = { ...core, calendars: { current: async () => calendar }, nodes: createOrganisationNodes(core) };
const caller: Principal = {
  ...{ staffId: 'writer', sessionId: 's', name: '李登记', scope: places.district },
  roles: ['lead', 'handler'],
};

const acknowledge = ({ id, version, head }: { id: string; version: number; head: string }): void => {
  process.stdout.write(`${id} ${version} ${head}\n`);
};

const raise = async (): Promise<string> => {
  const key = newKey();
  const actor = { kind: 'staff', id: caller.staffId, name: caller.name } as const;
  const command = { key, request: key, actor, now: core.clock.now() };
  const { stored } = await raiseIssue(
    deps,
    command,
    {
      ...{ category: 'roads', what: '路灯坏了', photos: [], source: 'phone', consent: '1' },
      place: { path: places.village, text: '门口' },
      reporter: { name: '王小明', phone: '13812345678' },
    },
    { id: caller.staffId, name: caller.name },
  );
  acknowledge(stored);
  return stored.id;
};

const request = (reference: string, ifMatch: number): IssueCommand => {
  const key = newKey();
  return { params: { reference }, caller, key, digest: key, ifMatch, now: core.clock.now() };
};

/** Raises two issues, has one handled and the other linked to it: one case a commit, and two. */
const work = async (): Promise<void> => {
  const master = await raise();
  const duplicate = await raise();
  const body = { department: places.bureau };
  const rule = from(['registered'], (issue, act) => transfer(issue, act, body.department, 'normal'));
  acknowledge(await sendIssue(deps, 'transfer', { ...request(master, 1), body }, rule));
  acknowledge(await actOnIssue(deps, 'claim', request(master, 2), from(['transferred'], claim)));
  acknowledge(await linkIssue(deps, { ...request(duplicate, 1), body: { to: master } }));
};

const officers = Number(process.argv[2] ?? 1);
await Promise.all(
  Array.from({ length: officers }, async () => {
    for (;;) await work();
  }),
);
