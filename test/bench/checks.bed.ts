import type { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { organisationProjector } from '../../functions/access/access.projector.ts';
import { establishNode } from '../../functions/access/organisations.usecases.ts';
import { createCalendars } from '../../functions/calendar/calendar.usecases.ts';
import { loadPublishedYears } from '../../functions/calendar/calendar-published.usecases.ts';
import { idOfPath } from '../../functions/platform/contract/node-path.ts';
import { type Core, coreOn } from '../../functions/platform/runtime/core.ts';
import { fileKeyWrapper } from '../../functions/platform/runtime/key-wrapper.file.ts';
import { createLog } from '../../functions/platform/runtime/log.ts';
import { createDynamoClient, createStore, type Store } from '../../functions/platform/runtime/store.ts';
import { meter } from '../support/core.meter.ts';
import { type SettableClock, settableClock } from '../support/core.ts';
import { buildDistrict, type District, intentOf, projected } from '../support/district.ts';
import { standsBeside } from './checks.filler.ts';
import { due, roomyTown, villageNo } from './checks.templates.ts';
import { seededAt } from './seeds.ts';
import type { OpenStore } from './stored.ts';

/** A table of a size, with its district. */
export interface Bed {
  readonly records: number;
  readonly tableName: string;
  readonly clock: SettableClock;
  readonly district: District;
  readonly core: Core;
  /** A core whose requests are metered. */
  readonly metered: Core;
  readonly run: ReturnType<typeof meter>;
  readonly bare: DynamoDBClient;
  readonly on: (store: Store) => Core;
  readonly plain: Store;
  readonly close: () => void;
}

export const openBed = async (store: OpenStore, records: number): Promise<Bed> => {
  const tableName = `records-${records}`;
  const [client, watched, bare] = [0, 1, 2].map(() => createDynamoClient(store.endpoint));
  if (!client || !watched || !bare) throw new Error('no clients');
  const clock = settableClock(seededAt);
  const log = createLog((line) => {
    if (line.includes('error')) process.stderr.write(`${line}\n`);
  });
  const on = (other: Store): Core => coreOn(other, fileKeyWrapper(store.keyFile), clock, log);
  const plain = createStore(client, tableName);
  const core = on(plain);
  await standsBeside(plain);
  const district = await buildDistrict(core);
  const { principal } = district.administrator;
  const parent = roomyTown.slice(0, roomyTown.lastIndexOf('/'));
  for (const path of [roomyTown, ...Array.from({ length: due }, (_, n) => villageNo(n))]) {
    const name = { zh: `第${idOfPath(path)}村`, en: `Village ${idOfPath(path)}` };
    const under = path === roomyTown ? parent : roomyTown;
    await establishNode(core, intentOf(principal, core), { parent: under, id: idOfPath(path), name });
    await projected(core, organisationProjector, idOfPath(path));
  }
  await loadPublishedYears(createCalendars(core), clock.now());
  return {
    ...{ records, tableName, clock, district, core, bare, on, plain },
    metered: on(createStore(watched, tableName)),
    run: meter(watched),
    close: () => {
      for (const each of [client, watched, bare]) each.destroy();
    },
  };
};
