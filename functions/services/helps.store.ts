import { trailOf } from '../platform/contract/node-path.ts';
import { type Page, readListPage } from '../platform/ledger/lists.ts';
import type { Count, Projector } from '../platform/ledger/projections.ts';
import type { CaseType, Stored } from '../platform/ledger/steps.ts';
import type { ItemKey, Store } from '../platform/runtime/store.ts';
import { type Help, helpSchema } from './helps.states.ts';
import { type HelpRow, helpRowSchema } from './helps.views.ts';
import { helpsList, servicesSubject } from './services.lists.ts';
import { helpKeptUntil } from './services.retention.ts';
import { type HelpKind, limits } from './services.words.ts';
import { timelineEntries } from './timeline.ts';

export const helpType: CaseType<Help> = {
  kind: 'HELP',
  schema: helpSchema,
  raisedAt: ({ createdAt }) => createdAt,
  dueAt: () => undefined,
  keptUntil: helpKeptUntil,
};

/** Held by the one open help of a kind a child has. */
export const helpClaim = (mark: string, kind: HelpKind): ItemKey => ({ PK: `HELPED#${mark}`, SK: kind });

const helpRow = ({ id, version, state: help }: Stored<Help>): HelpRow => {
  const { state, node, kind, person, age, institution, from, until, amount } = help;
  return {
    ...{ help: id, version, state, node, kind, name: person.name, number: person.number, age },
    ...{ institution, from, until, amount },
    ...(state === 'completed' ? { outcome: help.completed.outcome } : {}),
  };
};

/** By state and place; a help counts in the year it begins in, whatever came of it. */
export const helpProjector: Projector<Help> = {
  type: helpType,
  project: (stored) => {
    const { id, state: help } = stored;
    const { state, node, kind, person, from, createdAt } = help;
    const nodes = trailOf(node);
    const row = helpRow(stored);
    const period = from.slice(0, 4);
    return {
      entries: [
        ...nodes.map((at) => ({ list: helpsList(at, state), sort: from, row })),
        ...timelineEntries(
          { service: 'rehabilitation', ledger: 'helps', record: id, state, at: createdAt },
          person,
        ),
      ],
      counts: nodes.flatMap((at): Count[] => [
        { subject: servicesSubject(at), period, field: 'helps', by: 1 },
        { subject: servicesSubject(at), period, field: `helps-${kind}`, by: 1 },
      ]),
    };
  },
};

/** Access pattern 5: the latest first. */
export const helpPage = (store: Store, list: string, cursor: ItemKey | undefined): Promise<Page<HelpRow>> =>
  readListPage(store, helpRowSchema, { list, cursor, size: limits.perPage, order: 'newest first' });
