import { randomUUID } from 'node:crypto';
import { DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { consentVersion } from '../../functions/bookings/bookings.words.ts';
import { enrol } from '../../functions/bookings/enrolling.usecases.ts';
import { cancel } from '../../functions/bookings/enrolments.rules.ts';
import type { Enrolment } from '../../functions/bookings/enrolments.states.ts';
import { enrolmentKey, enrolmentType } from '../../functions/bookings/enrolments.store.ts';
import { changeEnrolment } from '../../functions/bookings/enrolments.usecases.ts';
import { inTurn } from '../../functions/bookings/in-turn.ts';
import { readPlaces } from '../../functions/bookings/line.store.ts';
import { parseStored } from '../../functions/platform/ledger/ledger.ts';
import type { Command, Stored } from '../../functions/platform/ledger/steps.ts';
import { systemClock } from '../../functions/platform/runtime/clock.ts';
import { coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore } from '../../functions/platform/runtime/store.ts';
import { addMinutes } from '../../functions/platform/runtime/time.ts';
import { course, offerShelf, residentNamed } from '../support/bookings.ts';
import { atMost, type Options, type Report, type Row, rounded } from './report.ts';
import { openStore } from './stored.ts';

const tableName = 'bench';
const capacity = 50;
const leaving = 25;
/** As many at once as the function lets through in one process. */
const atOnce = 24;

const upTo = (last: number, first = 1): number[] =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

const exactly = (figure: number, wanted: number): Pick<Row, 'figure' | 'budget' | 'isMet'> => ({
  figure,
  budget: `= ${wanted.toLocaleString('en')}`,
  isMet: figure === wanted,
});

const numbersIn = (all: readonly Stored<Enrolment>[], state: Enrolment['state']): number[] =>
  all
    .filter((one) => one.state.state === state)
    .map((one) => one.state.number)
    .sort((a, b) => a - b);

const isSame = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, index) => one === b[index]);

export default async ({ small }: Options): Promise<Report> => {
  const people = small ? 400 : 2_000;
  await using store = await openStore({ [tableName]: [] });
  const client = createDynamoClient(store.endpoint);
  const core = coreOn(
    createStore(client, tableName),
    fileKeyWrapper(store.keyFile),
    systemClock,
    createLog(() => undefined),
  );
  const shelf = offerShelf();
  const deps = { ...core, offers: shelf.offers };
  const now = systemClock.now();
  const from = addMinutes(now, 7 * 24 * 60);
  const putUp = async (id: string): Promise<void> =>
    shelf.putUp(
      core,
      course(id, {
        ...{ capacity, from, closesAt: from, opensAt: now, until: addMinutes(from, 120) },
        cutoffAt: addMinutes(from, -120),
      }),
    );
  const resident = (): Command => ({
    ...{ key: randomUUID(), request: '', actor: { kind: 'resident' }, now: systemClock.now() },
  });
  const turn = inTurn(atOnce);
  let errors = 0;
  const enrolled = (offer: string, n: number): Promise<string> =>
    turn(async () => {
      try {
        const asked = { offer, attendee: residentNamed(n), despiteClash: false } as const;
        const about = { ...asked, source: 'form', consent: consentVersion } as const;
        return (await enrol(deps, resident(), about, undefined)).stored.id;
      } catch {
        errors += 1;
        return '';
      }
    });
  const allOf = async (ids: readonly string[]): Promise<Stored<Enrolment>[]> => {
    const all: Stored<Enrolment>[] = [];
    for (let at = 0; at < ids.length; at += 100) {
      const items = await core.store.getMany(ids.slice(at, at + 100).map(enrolmentKey));
      all.push(...items.map((item) => parseStored(enrolmentType, item)));
    }
    return all;
  };

  // Both warm up on an offer of their own.
  await putUp('WARMUP2345');
  await Promise.all(upTo(100).map((n) => enrolled('WARMUP2345', 100_000 + n)));

  const offer = 'CRUSH23456';
  await putUp(offer);
  const started = performance.now();
  const ids = (await Promise.all(upTo(people).map((n) => enrolled(offer, n)))).filter((id) => id !== '');
  const seconds = (performance.now() - started) / 1_000;
  const before = await allOf(ids);
  const confirmed = numbersIn(before, 'confirmed');
  const waiting = numbersIn(before, 'waiting');
  const isInOrder = isSame(confirmed, upTo(capacity)) && isSame(waiting, upTo(people, capacity + 1));

  const bareClient = createDynamoClient(store.endpoint);
  const documents = DynamoDBDocumentClient.from(bareClient);
  let granted = 0;
  const takeBare = (): Promise<void> =>
    turn(async () => {
      try {
        await documents.send(
          new UpdateCommand({
            TableName: tableName,
            Key: { PK: 'BARE', SK: 'BARE' },
            UpdateExpression: 'ADD taken :one',
            ConditionExpression: 'attribute_not_exists(taken) OR taken < :capacity',
            ExpressionAttributeValues: { ':one': 1, ':capacity': capacity },
          }),
        );
        granted += 1;
      } catch (error) {
        if (!(error instanceof Error) || error.name !== 'ConditionalCheckFailedException') throw error;
      }
    });
  const bareStarted = performance.now();
  await Promise.all(upTo(people).map(takeBare));
  const bareSeconds = (performance.now() - bareStarted) / 1_000;

  const first = before.filter(({ state }) => state.number <= leaving);
  const cancelStarted = performance.now();
  await Promise.all(
    first.map(async (found) => {
      const act = { by: undefined, now: systemClock.now() };
      await changeEnrolment(deps, {
        ...{ found, command: resident(), ifMatch: undefined },
        decide: (enrolment, { cutoffAt }) => cancel(enrolment, cutoffAt, act),
      });
    }),
  );
  const cancelSeconds = (performance.now() - cancelStarted) / 1_000;
  const promoted = numbersIn(await allOf(ids), 'confirmed').filter((n) => n > capacity);
  const taken = (await readPlaces(core.store, offer))?.taken ?? Number.NaN;
  client.destroy();
  bareClient.destroy();
  return {
    method: `${people} people at once for ${capacity} places, ${atOnce} requests under way at a time, engine on a file; every enrolment is a case with its history, sealed person and claims`,
    rows: [
      { what: 'confirmed', ...exactly(confirmed.length, capacity), unit: 'people' },
      {
        what: 'confirmed are the first numbers, the others wait in order',
        figure: isInOrder ? 'yes' : 'no',
        isMet: isInOrder,
        unit: '',
        beside: `numbers ${waiting[0] ?? '-'} to ${waiting.at(-1) ?? '-'} wait`,
      },
      { what: 'errors', ...exactly(errors, 0), unit: '' },
      { what: 'from the first request to the last answer', ...atMost(seconds, 60), unit: 's' },
      {
        what: 'enrolments',
        figure: people / seconds,
        unit: '/s',
        beside: `the bare conditional write ${rounded(people / bareSeconds)}/s, which grants ${granted} and keeps no line: ${rounded(bareSeconds / seconds)}×`,
      },
      {
        what: `${leaving} cancellations at once: promoted in order`,
        ...exactly(isSame(promoted, upTo(capacity + leaving, capacity + 1)) ? promoted.length : -1, leaving),
        unit: 'people',
        beside: `all within ${rounded(cancelSeconds * 1_000)} ms; ${taken} places taken`,
      },
    ],
  };
};
