import { referenceFrom } from '../../functions/platform/runtime/ids.ts';
import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import type { Target } from '../../functions/targets/targets.states.ts';
import { targetProjector, targetType } from '../../functions/targets/targets.store.ts';
import { isCountedAt, targetSubjects, unitsOf } from '../../functions/targets/targets.words.ts';
import { callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
import { applyProjection } from '../support/projections.ts';
import { recordItem } from './seeds.records.ts';
import type { Plays } from './units.plays.ts';

const { setTarget } = targetsContract.routes;

/** What has to be there before each route of targets. */
export const targetPlays = (
  { accounts, parts }: District,
  { targets }: Functions,
): Plays<typeof targetsContract> => {
  const { cookie } = accounts.culture;
  const query = { node: places.town, year: localDateOf(parts.clock.now()).slice(0, 4) };
  let year = 2026;
  /** Every one of another year: a target is set once. */
  const target = () => {
    year += 1;
    return { ...{ node: places.town, year, subject: 'film', unit: 'sessions', figure: 240 } };
  };
  const made = async (): Promise<string> =>
    textIn((await callRow(targets, setTarget, { cookie, body: target() })).body, 'target') ?? '';
  /** Something of everything is aimed at, so that every noun is asked how far it is. */
  const everything = async (): Promise<void> => {
    const now = parts.clock.now();
    for (const subject of targetSubjects) {
      const [unit] = unitsOf[subject].filter((one) => isCountedAt(one, places.town));
      if (!unit) continue;
      const set = { at: now, by: { id: 'seed', name: '文化站' } };
      const state = {
        node: places.town,
        year: Number(query.year),
        subject,
        unit,
        figure: 50,
        createdAt: now,
        set,
      };
      const image = recordItem<Target>(targetType, referenceFrom(`aim ${subject}`), state);
      await applyProjection(parts.store, targetProjector, image, 'stream');
    }
  };
  return {
    targets: async () => {
      await everything();
      return { cookie, query };
    },
    setTarget: async () => ({ cookie, body: target() }),
    targetFigure: async () => ({
      ...{ cookie, params: { target: await made() } },
      ...{ body: { figure: 250, reason: '加场' }, ifMatch: 1 },
    }),
  };
};
