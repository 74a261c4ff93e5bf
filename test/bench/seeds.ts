import { issueProjector } from '../../functions/issues/issues.projector.ts';
import type { Issue } from '../../functions/issues/issues.states.ts';
import { issueType } from '../../functions/issues/issues.store.ts';
import { listKey } from '../../functions/platform/ledger/projections.ts';
import { stepOf } from '../../functions/platform/ledger/steps.ts';
import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import type { Item } from '../../functions/platform/runtime/store.ts';
import { addMinutes, type Instant, parseInstant } from '../../functions/platform/runtime/time.ts';
import { openIssues } from '../support/issues.ts';

/** When the issues of the seeds were raised; a Monday morning. */
export const seededAt = parseInstant('2026-11-23T01:00:00.000Z');

/** An issue that the use cases raised and transferred, to be stored again and again under other references. */
export const transferredIssue = async (at: string = seededAt): Promise<Issue> => {
  await using bed = await openIssues(at);
  return (await bed.read(await bed.issueIn('transferred'))).state;
};

const command = (now: Instant) =>
  ({ key: 'seed', request: 'seed', actor: { kind: 'resident' }, now }) as const;

/** The stored state of `count` issues like this one, each under a reference of its own. */
export function* storedIssues(issue: Issue, count: number, name: string): Generator<Item> {
  const events = [{ type: 'registered', data: {} }] as const;
  for (let n = 0; n < count; n++) {
    const id = referenceFrom(`${name} ${n}`);
    yield stepOf<Issue>(command(issue.raisedAt), {
      ...{ type: issueType, id, before: undefined, next: issue },
      events: [...events],
    }).item;
  }
}

/** `count` entries of one list as the projection writes them, raised a minute apart. */
export function* listEntries(issue: Issue, list: string, count: number): Generator<Item> {
  for (let n = 0; n < count; n++) {
    const id = referenceFrom(`${list} ${n}`);
    const raisedAt = addMinutes(issue.raisedAt, -n);
    const { entries } = issueProjector.project({ id, version: 2, head: '', state: { ...issue, raisedAt } });
    const entry = entries.find((each) => each.list === list);
    if (!entry) throw new Error(`the issue stands in no list ${list}`);
    yield { PK: listKey(list), SK: `${entry.sort}#${id}`, id, version: 2, row: entry.row };
  }
}
