import { createSignal } from 'solid-js';
import { callLight, codeOf } from '../../api/client.ts';
import { noteProblem, officer } from '../officer/officer.ts';
import { onChange, tellChange } from '../phone/changes.ts';
import { phone } from '../phone/database.ts';
import type { DoneWords, KeptRound } from '../phone/kept.ts';
import { type DoneVisit, routes } from '../service.ts';
import { offsetOf, setClock } from './clock.ts';
import { stopId } from './stops.ts';

/** Milliseconds a round is kept: nobody's address stays on a phone that is no longer used for visits. */
const KEPT_FOR = 7 * 86_400_000;

const [round, setRound] = createSignal<KeptRound>();
const [isReading, setReading] = createSignal(false);
const [trouble, setTrouble] = createSignal<string>();

/** `roundTrouble`: why the last reading failed, by its code; the round of before is still shown. */
export { isReading, round, trouble as roundTrouble };

/** Reads the round the phone keeps of the officer who works on it now. */
export const recallRound = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  const kept = staffId === undefined ? undefined : await (await phone()).get('rounds', staffId);
  setClock(kept?.clockOffset ?? 0);
  setRound(kept);
};
onChange('round', recallRound);

/** No more of it than the list shows. */
const doneWords = ({ visit, campaign, household, address, at, outcome }: DoneVisit): DoneWords => ({
  ...{ visit, address, at, outcome },
  stop: stopId({ campaign, household }),
});

/** Fetches the round anew. Never throws: without a network the round of before has to do. */
export const fetchRound = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  if (staffId === undefined || isReading()) return;
  setReading(true);
  try {
    const [{ body }, done] = await Promise.all([callLight(routes.round), callLight(routes.done)]);
    // Whoever was signed out and in again meanwhile has a round of their own.
    if (officer()?.staffId !== staffId) return;
    const kept = {
      ...{ staffId, round: body, clockOffset: offsetOf(body.asOf) },
      done: done.body.rows.filter(({ day }) => day === body.day).map(doneWords),
    };
    await (await phone()).put('rounds', kept);
    setTrouble(undefined);
    await tellChange('round');
  } catch (thrown) {
    const code = codeOf(thrown);
    noteProblem(code);
    setTrouble(code);
  } finally {
    setReading(false);
  }
};

export const isOutdated = (instant: string): boolean => Date.now() - Date.parse(instant) > KEPT_FOR;

/** Throws away what is too old to work by, whoever's it is. What was not sent is never touched. */
export const clearOutdated = async (): Promise<void> => {
  const database = await phone();
  for (const { staffId, round } of await database.getAll('rounds')) {
    if (isOutdated(round.asOf)) await database.delete('rounds', staffId);
  }
  for (const { entryId, sentAt } of await database.getAll('sent')) {
    if (isOutdated(sentAt)) await database.delete('sent', entryId);
  }
};
