import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import type { Check } from '../checks/check.ts';
import { pastRetention } from '../platform/ledger/due.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, parseInstant } from '../platform/runtime/time.ts';
import type { AnyRetained } from './anonymising.usecases.ts';
import { graceDays } from './retention.words.ts';

interface Dependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
  readonly retained: readonly Pick<AnyRetained, 'kind'>[];
}

const dayInMinutes = 24 * 60;

/** Nothing personal stands longer than a day past its period; of each kind of record one finding, by the oldest. */
export const retentionCheck: Check<Dependencies> = {
  name: 'retention',
  look: async ({ store, nodes, retained }, now) => {
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district) return [];
    const until = addMinutes(now, -graceDays * dayInMinutes);
    return Promise.all(
      retained.map(async ({ kind }) => {
        const past = await pastRetention(store, kind, until);
        const [oldest] = past;
        return {
          record: { kind: 'RETENTION', id: kind },
          verdict: oldest && {
            check: 'retention' as const,
            node: district.path,
            answers: { node: district.path },
            severity: 'late' as const,
            since: parseInstant(oldest.dueAt),
            facts: { kind, records: past.length },
          },
        };
      }),
    );
  },
};
