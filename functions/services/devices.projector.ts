import { trailOf } from '../platform/contract/node-path.ts';
import { nowPeriod } from '../platform/ledger/counters.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { Stored } from '../platform/ledger/steps.ts';
import { localDateOf } from '../platform/runtime/time.ts';
import type { Handout, Stock } from './devices.states.ts';
import { handoutType, stockRow, stockType } from './devices.store.ts';
import type { HandoutRow } from './devices.views.ts';
import { handoutsList, loansList, servicesSubject, stocksList } from './services.lists.ts';
import { timelineEntries } from './timeline.ts';

export const stockProjector: Projector<Stock> = {
  type: stockType,
  project: (stored) => {
    const { kind, node } = stored.state;
    const row = stockRow(stored);
    return {
      entries: trailOf(node).map((at) => ({ list: stocksList(at), sort: `${kind}#${node}`, row })),
      counts: [],
    };
  },
};

const handoutRow = ({ id, version, state: handout }: Stored<Handout>): HandoutRow => {
  const { state, node, kind, quantity, person, at } = handout;
  return {
    ...{ handout: id, version, state, node, kind, quantity, name: person.name, number: person.number, at },
    ...('until' in handout && handout.until !== undefined ? { until: handout.until } : {}),
  };
};

/**
 * What is given, lent and returned, by place, and the loans by the day they are due. A hand-out counts in the year
 * it was made, also when the device came back: somebody had it.
 */
export const handoutProjector: Projector<Handout> = {
  type: handoutType,
  project: (stored) => {
    const { id, state: handout } = stored;
    const { state, node, kind, quantity, at } = handout;
    const nodes = trailOf(node);
    const row = handoutRow(stored);
    const year = localDateOf(at).slice(0, 4);
    return {
      entries: [
        ...nodes.map((each) => ({ list: handoutsList(each, state), sort: at, row })),
        ...(handout.state === 'lent'
          ? nodes.map((each) => ({ list: loansList(each), sort: `${handout.until}#${at}`, row }))
          : []),
        ...timelineEntries({ service: 'device', ledger: 'handouts', record: id, state, at }, handout.person),
      ],
      counts: nodes.flatMap((each): Count[] => {
        const subject = servicesSubject(each);
        return [
          { subject, period: year, field: 'devices', by: quantity },
          { subject, period: year, field: `devices-${kind}`, by: quantity },
          ...(state === 'lent' ? [{ subject, period: nowPeriod, field: 'lent', by: quantity }] : []),
        ];
      }),
    };
  },
};
