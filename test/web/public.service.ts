import { vi } from 'vitest';

/** What the service answers at one path; a thrown error is a connection that breaks. */
export type Answer = (request: { body: unknown; key: string }) => Response | Promise<Response>;

export const json = (body: unknown, status = 200): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });

export const problem = (code: string, status: number, errors: readonly unknown[] = []): Response =>
  json({ code, status, errors }, status);

/** The network as the pages see it: paths answered by a test, everything else unknown. */
export const serve = (answers: Readonly<Record<string, Answer>>) => {
  const asked: { path: string; key: string; body: unknown }[] = [];
  vi.stubGlobal('fetch', async (path: string, init: RequestInit): Promise<Response> => {
    const key = new Headers(init.headers).get('idempotency-key') ?? '';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    asked.push({ path, key, body });
    return answers[path]?.({ body, key }) ?? problem('request.not_found', 404);
  });
  return { at: (path: string) => asked.filter((request) => request.path === path) };
};

/** As the service makes them, only easier: one hash in sixteen solves it. */
export const challenge = (): Response =>
  json({
    parameters: {
      algorithm: 'SHA-256',
      cost: 1,
      keyLength: 32,
      keyPrefix: '0',
      nonce: '922d40541c0d0257d18bc43d3738a138',
      salt: '4d3ea1cdf1e803a8a2f30c8d664beb64',
    },
    signature: crypto.randomUUID(),
  });

const node = (path: string, kind: string, zh: string, en: string) => ({
  id: path.split('/').at(-1),
  path,
  kind,
  name: { zh, en },
  active: true,
  version: 1,
});

export const organisations = (): Response =>
  json({
    version: 3,
    nodes: [
      node('370402', 'district', '市中区', 'Shizhong District'),
      node('370402/370402101', 'town', '永安镇', 'Yongan Town'),
      node('370402/370402101/370402101001', 'village', '东村', 'East Village'),
      node('370402/370402101/d1', 'department', '城建办', 'Works Office'),
    ],
  });
