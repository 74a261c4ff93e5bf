import { type ApiFunction, apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { culturePublicContract } from '../../functions/programme/culture-public.contract.ts';
import { culturePublicRoutes } from '../../functions/programme/culture-public.routes.ts';
import type { CultureDependencies } from '../../functions/programme/culture-public.usecases.ts';
import { type Answered, type Call, callRow } from './call.ts';

export type CultureRoute = keyof typeof culturePublicContract.routes;

/** What a resident, who has no account, is answered; each time by a fresh process. */
export interface Looking {
  readonly look: (route: CultureRoute, call?: Call) => Promise<Answered>;
  /** The text of a calendar. */
  readonly feed: (route: CultureRoute, call?: Call) => Promise<string>;
}

export const lookingAt = (core: Core, calendars: CultureDependencies['calendars']): Looking => {
  const asked = async (route: CultureRoute, call?: Call): Promise<[Answered, text: string]> => {
    const cursors = createCursors(core.keyring);
    const api = apiFunction(culturePublicContract, culturePublicRoutes({ ...core, calendars, cursors }), {
      ...core,
      authenticate: async () => undefined,
    });
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
    look: async (route, call) => (await asked(route, call))[0],
    feed: async (route, call) => (await asked(route, call))[1],
  };
};
