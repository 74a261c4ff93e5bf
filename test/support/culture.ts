import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { culturePublicRoutes } from '../../functions/programme/culture-public.routes.ts';
import { type Answered, type Call, callRow } from './call.ts';
import { openVenues, type VenueBed } from './venues.ts';

export type CultureRoute = keyof typeof culturePublicContract.routes;

export interface CultureBed extends VenueBed {
  /** As a resident, who has no account. */
  readonly look: (route: CultureRoute, call?: Call) => Promise<Answered>;
  /** The text of a calendar. */
  readonly feed: (route: CultureRoute, call?: Call) => Promise<string>;
}

/** The function as a fresh process has it. */
const freshApi = ({ platform: { core }, deps }: VenueBed): ApiFunction =>
  apiFunction(
    culturePublicContract,
    culturePublicRoutes({ ...core, calendars: deps.calendars, cursors: createCursors(core.keyring) }),
    { ...core, authenticate: async () => undefined },
  );

/** A district with venues and what is on there, as residents see it; every look is a fresh process's. */
export const openCulture = async (now?: string): Promise<CultureBed> => {
  const bed = await openVenues(now);
  const asked = async (route: CultureRoute, call?: Call): Promise<[Answered, text: string]> => {
    const api = freshApi(bed);
    let text = '';
    const overheard: ApiFunction = async (event, context) => {
      const { body = '', ...answer } = await api(event, context);
      if (!answer.isBase64Encoded) return { ...answer, body };
      text = Buffer.from(body, 'base64').toString();
      return answer;
    };
    return [await callRow(overheard, culturePublicContract.routes[route], call), text];
  };
  return {
    ...bed,
    look: async (route, call) => (await asked(route, call))[0],
    feed: async (route, call) => (await asked(route, call))[1],
    [Symbol.asyncDispose]: () => bed[Symbol.asyncDispose](),
  };
};
