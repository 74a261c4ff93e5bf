import type { NodeView } from '../access/access.views.ts';
import type { Accepted, Decision } from '../platform/ledger/change.ts';
import { type LocalDate, localDateOf } from '../platform/runtime/time.ts';
import type { Act } from './activities.rules.ts';
import type { NewPublicity } from './figures.fields.ts';
import type { FiguresRefusal } from './figures.problems.ts';
import type { Publicity } from './figures.states.ts';
import type { Coverage } from './figures.views.ts';

type CoveredTown = Coverage['towns'][number];

/**
 * How a town's villages are covered. Villages that were closed are not counted, nor what was held there.
 * @param heldIn how many sessions a village had.
 */
export const coverageOf = (
  { path, name }: Pick<NodeView, 'path' | 'name'>,
  villages: readonly Pick<NodeView, 'path' | 'name'>[],
  heldIn: (village: string) => number,
): CoveredTown => {
  const all = villages
    .map((village) => ({ village: village.path, name: village.name, sessions: heldIn(village.path) }))
    .sort((a, b) => a.sessions - b.sessions || (a.village < b.village ? -1 : 1));
  return {
    ...{ town: path, name },
    covered: all.filter(({ sessions }) => sessions > 0).length,
    of: all.length,
    sessions: all.reduce((sum, { sessions }) => sum + sessions, 0),
    villages: all,
  };
};

/** Nothing was made known that lies ahead. */
export const isAhead = (day: LocalDate, { now }: Pick<Act, 'now'>): boolean => day > localDateOf(now);

export const recordPublicity = (fields: NewPublicity, { by, now }: Act): Accepted<Publicity> => ({
  next: { state: 'recorded', ...fields, by, createdAt: now },
  events: [{ type: 'recorded', data: { channel: fields.channel } }],
});

export const withdrawPublicity = (
  publicity: Publicity,
  reason: string,
  { by, now }: Act,
): Decision<Publicity, FiguresRefusal> =>
  publicity.state === 'withdrawn'
    ? { refusal: 'publicity.withdrawn' }
    : {
        next: { ...publicity, state: 'withdrawn', withdrawn: { at: now, by, reason } },
        events: [{ type: 'withdrawn', data: { reason } }],
      };
