import { readTree } from '../access/organisations.store.ts';
import { parentOf } from '../platform/contract/node-path.ts';
import type { Principal } from '../platform/contract/roles.ts';
import {
  type Counts,
  counterKey,
  countsOf,
  nowPeriod,
  type Reading,
  readCounter,
} from '../platform/ledger/counters.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import { byKey } from '../platform/runtime/store.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { assistedPeople, readAssistedPeople } from '../programme/figures.usecases.ts';
import type { ServiceFigures, ServiceFiguresBelow } from './figures.views.ts';
import { servicesSubject } from './services.lists.ts';
import { deviceKinds, eventKinds, helpKinds, type ServiceFigure } from './services.words.ts';

interface OfYear {
  readonly node: string;
  readonly year: number;
}

const figuresOf = (counts: Counts, servedByProgramme: number): ServiceFigures['figures'] => {
  const of = (field: ServiceFigure): number => counts[field] ?? 0;
  return {
    children: of('children'),
    helps: of('helps'),
    devices: of('devices'),
    joined: of('joined'),
    attendances: of('attendances'),
    employments: of('employments'),
    households: of('households'),
    receipts: of('receipts'),
    served: of('served') + servedByProgramme,
    volunteers: of('volunteers'),
    leaflets: of('leaflets'),
    works: of('works'),
    takings: of('takings'),
    events: of('events'),
  };
};

/**
 * What a year came to. People the programme counted at activities for disabled residents are counted from there.
 * Three reads, eventually consistent. @throws Problem `access.scope`.
 */
export const readServiceFigures = async (
  { store }: Pick<Core, 'store'>,
  { node, year }: OfYear,
  caller: Principal,
  asOf: Instant,
): Promise<ServiceFigures> => {
  admitNode(node, caller);
  const subject = servicesSubject(node);
  const [counts, now, servedByProgramme] = await Promise.all([
    readCounter(store, subject, String(year)),
    readCounter(store, subject, nowPeriod),
    readAssistedPeople(store, node, year),
  ]);
  return {
    year,
    figures: figuresOf(counts, servedByProgramme),
    servedByProgramme,
    devicesByKind: deviceKinds.map((kind) => ({ kind, devices: counts[`devices-${kind}`] ?? 0 })),
    helpsByKind: helpKinds.map((kind) => ({ kind, helps: counts[`helps-${kind}`] ?? 0 })),
    eventsByKind: eventKinds.map((kind) => ({
      ...{ kind, events: counts[`events-${kind}`] ?? 0, served: counts[`served-${kind}`] ?? 0 },
    })),
    now: {
      centres: now['centres'] ?? 0,
      capacity: now['capacity'] ?? 0,
      members: now['members'] ?? 0,
      lent: now['lent'] ?? 0,
    },
    asOf,
  };
};

/** What a year came to at a place, to be read with others. */
export const figuresAt = (node: string, year: number): Reading<ServiceFigures['figures']> => {
  const counted = counterKey(servicesSubject(node), String(year));
  const assisted = assistedPeople(node, year);
  return {
    keys: [counted, ...assisted.keys],
    read: (found) => figuresOf(countsOf(found(counted)), assisted.read(found)),
  };
};

/**
 * The same of every town of a district, or every village of a town, in the order of the organisations; a closed one
 * only where something was counted. The organisations, and all counters at once. @throws Problem `access.scope`.
 */
export const readServiceFiguresBelow = async (
  { store }: Pick<Core, 'store'>,
  { node, year }: OfYear,
  caller: Principal,
  asOf: Instant,
): Promise<ServiceFiguresBelow> => {
  admitNode(node, caller);
  const tree = await readTree(store);
  const below = tree
    .filter(({ path, kind }) => (kind === 'town' || kind === 'village') && parentOf(path) === node)
    .map(({ path, active }) => ({ path, active, reading: figuresAt(path, year) }));
  const keys = below.flatMap(({ reading }) => reading.keys);
  const found = byKey(keys.length === 0 ? [] : await store.getMany(keys, 'eventual'));
  const places = below.flatMap(({ path, active, reading }) => {
    const figures = reading.read(found);
    return active || Object.values(figures).some((value) => value > 0) ? [{ node: path, figures }] : [];
  });
  return { year, places, asOf };
};
