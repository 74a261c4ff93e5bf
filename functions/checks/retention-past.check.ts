import type { OrganisationNodes } from '../access/organisations.usecases.ts';
import { pastRetention } from '../platform/ledger/due.ts';
import type { Core } from '../platform/runtime/core.ts';
import { addMinutes, parseInstant } from '../platform/runtime/time.ts';
import { graceDays, retainedKinds } from '../retention/retention.words.ts';
import type { Check } from './check.ts';

interface Dependencies extends Pick<Core, 'store'> {
  readonly nodes: Pick<OrganisationNodes, 'tree'>;
}

const dayInMinutes = 24 * 60;

/**
 * Nothing personal stands longer than a day past its period; of each kind of record one finding, by the oldest. Apart from
 * what deletes it, so that it is found, too, when that no longer runs.
 */
export const retentionPast: Check<Dependencies> = {
  name: 'retention',
  look: async ({ store, nodes }, now) => {
    const district = (await nodes.tree(now)).nodes.find(({ kind }) => kind === 'district');
    if (!district) return [];
    const until = addMinutes(now, -graceDays * dayInMinutes);
    return Promise.all(
      Object.keys(retainedKinds).map(async (kind) => {
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
