import { criticismContract } from '../../functions/criticism/criticism.contract.ts';
import { criticismRoutes } from '../../functions/criticism/criticism.routes.ts';
import { criticismType } from '../../functions/criticism/criticism.store.ts';
import { messagesContract } from '../../functions/messages/messages.contract.ts';
import { messagesRoutes } from '../../functions/messages/messages.routes.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { addDays, parseLocalDate } from '../../functions/platform/runtime/time.ts';
import { supervisionContract } from '../../functions/supervision/supervision.contract.ts';
import { supervisionRoutes } from '../../functions/supervision/supervision.routes.ts';
import { supervisionType } from '../../functions/supervision/supervision.store.ts';
import { callRow } from './call.ts';
import { places } from './district.ts';
import { textIn } from './issues.ts';
import { type Act, fine, type Local, type Quarter } from './quarter.ts';

/** Lists nobody looks at until days later, the second drawn in the evening after an outage. */
const overlooked = [
  ['2026-10-15', '2026-10-21'],
  ['2026-11-04', '2026-11-12'],
] as const;
/** One of which an issue turns out not to be resolved. */
const seenThrough = { day: '2026-11-09', issue: 'outage' };

const daysBetween = (from: string, to: string): string[] => {
  const days: string[] = [];
  for (let day = parseLocalDate(from); day <= to; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Those who oversee the district: the lists of the mornings, a notice of criticism, and mails. */
export const oversightOf = (quarter: Quarter, named: Map<string, string>): readonly Act[] => {
  const { api, core, deps } = quarter;
  const cursors = createCursors(core.keyring);
  const supervision = api(supervisionContract, supervisionRoutes(deps, cursors));
  const criticism = api(criticismContract, criticismRoutes(deps, cursors));
  const messages = api(messagesContract, messagesRoutes({ ...core, sending: true }, cursors));
  const as = { cookie: 'overseer' };
  const of = (name: string): string => named.get(name) ?? '';

  const lookAt = (day: string) => async (): Promise<void> => {
    const list = await core.ledger.read(supervisionType, day);
    for (const { issue, entry } of list?.state.items ?? []) {
      if (entry) continue;
      const params = { date: day, issue };
      fine(await callRow(supervision, supervisionContract.routes.taking, { ...as, params, body: {} }));
      const isSeenThrough = day === seenThrough.day && issue === of(seenThrough.issue);
      const body = {
        way: 'call',
        verdict: isSeenThrough ? 'not-resolved' : 'resolved',
        text: '已电话核实。',
      };
      fine(await callRow(supervision, supervisionContract.routes.entry, { ...as, params, body }));
    }
  };
  const publish = async (): Promise<void> => {
    const params = { criticism: of('notice') };
    const stored = await core.ledger.read(criticismType, params.criticism);
    const call = { cookie: 'publisher', params, body: {}, ifMatch: stored?.version ?? 0 };
    fine(await callRow(criticism, criticismContract.routes.publication, call));
  };

  return [
    ...daysBetween('2026-09-14', '2026-12-13')
      .filter((day) => overlooked.every(([late]) => late !== day))
      .map((day): Act => [`${day} 17:30`, lookAt(day)]),
    ...overlooked.map(([day, until]): Act => [`${until} 16:00`, lookAt(day)]),
    // Criticised while the case still stands; who answers for it says nothing, the national holiday is no time to reply.
    [
      '2026-09-24 10:00',
      async () => {
        const period = { from: '2026-09', to: '2026-09' };
        const body = {
          node: places.bureau,
          period,
          title: '关于办理逾期的通报',
          text: '逾期未办结，现予通报。',
        };
        const answer = await callRow(criticism, criticismContract.routes.draft, { ...as, body });
        named.set('notice', textIn(fine(answer), 'criticism') ?? '');
      },
    ],
    ['2026-10-10 10:00', publish],
    [
      '2026-09-14 08:30',
      async () => {
        const body = { address: 'overseer@example.cn', choice: 'daily' };
        fine(await callRow(messages, messagesContract.routes.setMailbox, { ...as, body }));
      },
    ],
  ] satisfies (readonly [Local, () => Promise<unknown>])[];
};
