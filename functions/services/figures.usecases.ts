import type { Principal } from '../platform/contract/roles.ts';
import { nowPeriod, readCounter } from '../platform/ledger/counters.ts';
import { admitNode } from '../platform/ledger/staff-command.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Instant } from '../platform/runtime/time.ts';
import { readAssistedPeople } from '../programme/figures.usecases.ts';
import type { ServiceFigures } from './figures.views.ts';
import { servicesSubject } from './services.lists.ts';
import { deviceKinds, helpKinds, type ServiceFigure } from './services.words.ts';

/**
 * What a year came to. People the programme counted at activities for disabled residents are counted from there.
 * Three reads, eventually consistent. @throws Problem `access.scope`.
 */
export const readServiceFigures = async (
  { store }: Pick<Core, 'store'>,
  { node, year }: { readonly node: string; readonly year: number },
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
  const of = (field: ServiceFigure): number => counts[field] ?? 0;
  return {
    year,
    figures: {
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
    },
    servedByProgramme,
    devicesByKind: deviceKinds.map((kind) => ({ kind, devices: counts[`devices-${kind}`] ?? 0 })),
    helpsByKind: helpKinds.map((kind) => ({ kind, helps: counts[`helps-${kind}`] ?? 0 })),
    now: {
      centres: now['centres'] ?? 0,
      capacity: now['capacity'] ?? 0,
      members: now['members'] ?? 0,
      lent: now['lent'] ?? 0,
    },
    asOf,
  };
};
