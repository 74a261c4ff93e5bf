import { localDateOf } from '../../functions/platform/runtime/time.ts';
import { targetsContract } from '../../functions/targets/targets.contract.ts';
import { callRow } from '../support/call.ts';
import { type District, places } from '../support/district.ts';
import type { Functions } from '../support/functions.ts';
import { textIn } from '../support/issues.ts';
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
  return {
    targets: async () => ({ cookie, query }),
    setTarget: async () => ({ cookie, body: target() }),
    targetFigure: async () => ({
      ...{ cookie, params: { target: await made() } },
      ...{ body: { figure: 250, reason: '加场' }, ifMatch: 1 },
    }),
  };
};
