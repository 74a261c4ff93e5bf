import { accessContract } from '../../functions/access/access.contract.ts';
import type { AccessParts } from '../../functions/access/access.parts.ts';
import { accessRoutes } from '../../functions/access/access.routes.ts';
import { accessPublicContract } from '../../functions/access/access-public.contract.ts';
import { accessPublicRoutes } from '../../functions/access/access-public.routes.ts';
import { createOrganisationNodes } from '../../functions/access/organisations.usecases.ts';
import { authenticate } from '../../functions/access/sessions.usecases.ts';
import { apiFunction } from '../../functions/platform/http/api-function.ts';
import { createCursors } from '../../functions/platform/http/cursor.ts';
import { type Answered, type Call, callRow } from '../support/call.ts';

type StaffRoute = keyof typeof accessContract.routes;
type PublicRoute = keyof typeof accessPublicContract.routes;

export interface AccessApi {
  readonly staff: (route: StaffRoute, call?: Call) => Promise<Answered>;
  readonly open: (route: PublicRoute, call?: Call) => Promise<Answered>;
}

/** Both functions as their entry points wire them, on the parts of a test. */
export const accessApi = (parts: AccessParts): AccessApi => {
  const staff = apiFunction(
    accessContract,
    accessRoutes(parts, createOrganisationNodes(parts), createCursors(parts.keyring)),
    { ...parts, authenticate: authenticate(parts) },
  );
  const open = apiFunction(
    accessPublicContract,
    accessPublicRoutes(parts, createOrganisationNodes(parts), { cookieOverHttp: false }),
    { ...parts, authenticate: async () => undefined },
  );
  return {
    staff: (route, call) => callRow(staff, accessContract.routes[route], call),
    open: (route, call) => callRow(open, accessPublicContract.routes[route], call),
  };
};

/** The `name=value` of the session cookie that an answer sets. */
export const cookieOf = ({ cookies }: Answered): string => cookies[0]?.split(';')[0] ?? '';
