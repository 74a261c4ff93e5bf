import type { Handlers } from '../platform/http/api-function.ts';
import type { AccessParts } from './access.parts.ts';
import type { accessPublicContract } from './access-public.contract.ts';
import type { OrganisationNodes } from './organisations.usecases.ts';
import { clearedCookie, sessionCookie } from './sessions.cookie.ts';
import { signOut } from './sessions.usecases.ts';
import { signIn } from './sign-in.usecases.ts';

export const accessPublicRoutes = (
  parts: AccessParts,
  nodes: Pick<OrganisationNodes, 'tree'>,
  { cookieOverHttp }: { readonly cookieOverHttp: boolean },
): Handlers<typeof accessPublicContract> => ({
  signIn: async ({ body, sourceIp, userAgent, now }) => {
    const { staffId, token, session } = await signIn(parts, { ...body, sourceIp, userAgent, now });
    return {
      body: { name: session.name, mustChangePassword: session.mustChangePassword },
      cookies: [sessionCookie(staffId, token, cookieOverHttp)],
    };
  },
  signOut: async ({ cookies }) => {
    await signOut(parts, cookies);
    return { body: undefined, cookies: [clearedCookie(cookieOverHttp)] };
  },
  organisations: async ({ now }) => {
    const tree = await nodes.tree(now);
    return { body: { ...tree, nodes: [...tree.nodes] }, version: tree.version };
  },
});
