import type { Officer } from '../platform/contract/officer.ts';
import {
  type Act,
  clockFor,
  decided,
  type RenovationDecision,
  refuse,
  type When,
} from './renovation.rules.ts';
import type { In } from './renovation.states.ts';
import { limits } from './renovation.words.ts';
import { rejectFrom } from './renovation-stopping.rules.ts';

type Objection = In<'noticed'>['notice']['objections'][number];

export const isOpenToObjections = ({ notice }: In<'noticed'>, now: string): boolean => now < notice.until;

/** Somebody objects while the notice is public; who they are is sealed beside the case. */
export const object = (
  renovation: In<'noticed'>,
  { now, by }: { readonly now: Act['now']; readonly by: Officer | undefined },
  said: Pick<Objection, 'text' | 'name' | 'phone'>,
): RenovationDecision<In<'noticed'>> => {
  const { notice } = renovation;
  if (!isOpenToObjections(renovation, now)) return refuse('renovation.notice_not_found');
  if (notice.objections.length >= limits.objections) return refuse('renovation.objections_full');
  const no = notice.objections.length + 1;
  const objection = { no, ...said, at: now, ...(by ? { by } : {}) };
  return decided(
    { ...renovation, notice: { ...notice, objections: [...notice.objections, objection] } },
    'objected',
    { no },
  );
};

const hasOpen = (objections: readonly Objection[]): boolean =>
  objections.some(({ decision }) => decision === undefined);

const ready = (renovation: In<'noticed'>, when: When): In<'ready'> => ({
  ...renovation,
  state: 'ready',
  ...clockFor('ready', when),
});

/** Upheld, the application is rejected; otherwise it goes on as soon as the notice is over and nothing is open. */
export const decideObjection = (
  renovation: In<'noticed'>,
  act: Act,
  { no, upheld, text }: { readonly no: number; readonly upheld: boolean; readonly text: string },
): RenovationDecision<In<'noticed' | 'ready' | 'rejected'>> => {
  const { by, now } = act;
  const { notice } = renovation;
  const found = notice.objections.find((one) => one.no === no);
  if (!found) return refuse('renovation.objection_unknown');
  if (found.decision) return refuse('renovation.objection_decided');
  // Whoever wrote it down for somebody decides nothing about it.
  if (found.by?.id === by.id) return refuse('renovation.decided_before');
  const objections = notice.objections.map((one) =>
    one.no === no ? { ...one, decision: { upheld, text, by, at: now } } : one,
  );
  const next = {
    ...renovation,
    notice: { ...notice, objections },
    decisions: [...renovation.decisions, { what: 'objection-decided', by, at: now }],
  };
  if (upheld) {
    return rejectFrom(next, act, 'agreed', { reason: 'objection-upheld', text }, { objection: no });
  }
  const data = { no, upheld };
  return now >= notice.until && !hasOpen(objections)
    ? decided(ready(next, act), 'objection-decided', data)
    : decided(next, 'objection-decided', data);
};

/** The notice is over and no objection is open; undefined while there is something to wait for. */
export const endNotice = (
  renovation: In<'noticed'>,
  when: When,
): RenovationDecision<In<'ready'>> | undefined =>
  when.now < renovation.notice.until || hasOpen(renovation.notice.objections)
    ? undefined
    : decided(ready(renovation, when), 'notice-ended');
