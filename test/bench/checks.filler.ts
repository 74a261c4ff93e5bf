import { enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { roomBookingType } from '../../functions/bookings/rooms.store.ts';
import { assignmentProjector } from '../../functions/campaigns/assignments.projector.ts';
import { unvisitedList } from '../../functions/campaigns/assignments.store.ts';
import { findingProjector, findingType } from '../../functions/findings/findings.store.ts';
import { issueProjector } from '../../functions/issues/issues.projector.ts';
import { thresholds } from '../../functions/issues/issues.states.ts';
import { issueType, listName } from '../../functions/issues/issues.store.ts';
import { dueKey, retentionKind } from '../../functions/platform/ledger/case-keys.ts';
import { listKey } from '../../functions/platform/ledger/projections.ts';
import { dueIndex } from '../../functions/platform/ledger/table.ts';
import { runsOf } from '../../functions/platform/runtime/runs.ts';
import type { Item, Store } from '../../functions/platform/runtime/store.ts';
import { addMinutes, parseInstant, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { whatsOnList } from '../../functions/programme/programme.lists.ts';
import { listedSessionProjector } from '../../functions/programme/programme.projector.ts';
import { renovationType } from '../../functions/renovation/renovation.store.ts';
import { places } from '../support/district.ts';
import {
  assignmentAt,
  campaignOfChecks,
  closedIn,
  confirmedEnrolment,
  listedSession,
  openHomes,
  requestedRoom,
  roomyTown,
  type Templates,
  villageNo,
} from './checks.templates.ts';
import { counterItems, listItems, manyOf, recordItem } from './seeds.records.ts';
import type { Line } from './stored.ts';

/** After everything that is measured: nothing here is due. */
const farAway = parseInstant('2027-06-01T01:00:00.000Z');
const nextYear = parseLocalDate('2027-06-01');

/**
 * What a table holds besides what is due, a share of each in the very partitions the checks look into: their deadlines
 * lie ahead, their periods have not ended, or they are over.
 */
export function* fillerOf(records: number, known: Templates): Generator<Item | Line> {
  const share = (part: number): number => Math.floor(records * part);
  const { claimed, closed, applied, withdrawn, cleared } = known;
  const ahead = { warned: farAway, overdue: farAway, supervised: farAway, criticised: farAway };
  const claimedAhead = { ...claimed, clock: { ...claimed.clock, thresholds: ahead } };
  yield* manyOf('claimed', share(0.3), (id) => [recordItem(issueType, id, claimedAhead)]);
  yield* counterItems(issueProjector, claimedAhead, share(0.3));
  yield* manyOf('open', share(0.1), (id) =>
    listItems(issueProjector, id, claimedAhead, listName(places.district, 'open')),
  );
  const late = { ...claimed, clock: { ...claimed.clock, reached: [...thresholds] } };
  yield* manyOf('late', share(0.05), (id) => [
    recordItem(issueType, id, late),
    ...listItems(issueProjector, id, late, listName(places.district, 'late')),
  ]);
  const ended = closedIn(closed, '2026');
  yield* manyOf('closed', share(0.08), (id) => [
    recordItem(issueType, id, ended),
    ...listItems(issueProjector, id, ended, listName(places.district, 'closed')),
  ]);
  yield* manyOf('confirmed', share(0.08), (id) => [
    recordItem(enrolmentType, id, confirmedEnrolment('far', 1, farAway)),
  ]);
  yield* manyOf('requested', share(0.04), (id) => [recordItem(roomBookingType, id, requestedRoom(farAway))]);
  yield* manyOf('unvisited', share(0.14), (id) =>
    listItems(
      assignmentProjector,
      `${campaignOfChecks}.${id}`,
      assignmentAt(id, villageNo(0), nextYear),
      unvisitedList(campaignOfChecks, roomyTown),
    ),
  );
  const open = { ...applied, clock: { ...applied.clock, dueAt: farAway } };
  yield* manyOf('applied', openHomes, (id) => [recordItem(renovationType, id, open)]);
  yield* manyOf('withdrawn', share(0.02), (id) => [recordItem(renovationType, id, withdrawn)]);
  for (const [name, from] of [
    ['past', addMinutes(farAway, -2 * 365 * 24 * 60)],
    ['ahead', farAway],
  ] as const)
    yield* manyOf(`session ${name}`, share(0.01), (id) =>
      listItems(
        listedSessionProjector,
        `${id}.1`,
        listedSession(id, from),
        whatsOnList(places.district),
      ).slice(0, 1),
    );
  yield* counterItems(findingProjector, cleared, share(0.02));
  yield* manyOf('cleared', share(0.02), (id) => {
    const finding = { ...cleared, record: { ...cleared.record, id } };
    const name = `${finding.check}.${id}`;
    return [
      recordItem(findingType, name, finding),
      ...listItems(findingProjector, name, finding, `findings/${places.district}/all`),
    ];
  });
  yield* manyOf('run', share(0.02), (id) => [
    {
      PK: runsOf('issue-deadline'),
      SK: `2025-11-23T01:00:00.000Z ${id}`,
      examined: 12_431,
      found: 0,
      failed: 0,
    },
  ]);
}

/** Where the checks look: the parts of the due index, and the lists that are read by time. */
const lookedInto = [
  ...[issueType, enrolmentType, roomBookingType, renovationType].map(({ kind }) => ({
    index: { IndexName: dueIndex.name },
    text: `${dueIndex.partition} = :part`,
    part: dueKey(kind, 0),
  })),
  {
    index: { IndexName: dueIndex.name },
    text: `${dueIndex.partition} = :part`,
    part: dueKey(retentionKind(issueType.kind), 0),
  },
  ...[unvisitedList(campaignOfChecks, roomyTown), whatsOnList(places.district)].map((list) => ({
    ...{ index: {}, text: 'PK = :part', part: listKey(list) },
  })),
];

/** @throws Error where nothing stands beside what is due: then a check would have nothing to pass over. */
export const standsBeside = async (store: Store): Promise<void> => {
  for (const { index, text, part } of lookedInto) {
    const { items } = await store.query({
      ...{ ...index, KeyConditionExpression: text, ExpressionAttributeValues: { ':part': part }, Limit: 2 },
    });
    if (items.length < 2) throw new Error(`nothing stands in ${part}`);
  }
};
