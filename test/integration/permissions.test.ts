import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { contracts } from '../../functions/functions.ts';
import { type LoadedFunctions, loadFunctions } from '../../functions/local/functions.ts';
import { lambdaContext } from '../../functions/local/gateway.ts';
import { roles } from '../../functions/platform/contract/roles.ts';
import type { RouteRow } from '../../functions/platform/contract/route.ts';
import { openPlatform, type Platform } from '../support/core.ts';
import { buildDistrict, type District } from '../support/district.ts';

/** Every row there is; whoever adds one is in this table without doing anything. */
const rows = contracts.flatMap((contract) =>
  Object.entries(contract.routes).map(([name, row]) => ({ functionName: contract.function, name, row })),
);

let testCore: Platform;
let district: District;
let functions: LoadedFunctions;
const photos = mkdtempSync(join(tmpdir(), 'huimin-photos-'));

beforeAll(async () => {
  // The entry points log to standard output, six hundred lines here.
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  testCore = await openPlatform(new Date().toISOString());
  district = await buildDistrict(testCore.core);
  // The entry points themselves, as the cloud loads them.
  Object.assign(process.env, {
    TABLE_NAME: testCore.tableName,
    MASTER_KEY: `file:${testCore.keyFile}`,
    DYNAMODB_ENDPOINT: testCore.endpoint,
    PHOTOS: `folder:${photos}`,
  });
  functions = loadFunctions();
});

afterAll(async () => {
  vi.restoreAllMocks();
  await testCore[Symbol.asyncDispose]();
  rmSync(photos, { recursive: true, force: true });
});

/** A request that says nothing but who sends it: who may call is answered before anything else is looked at. */
const bareEvent = (row: RouteRow, cookies: string[]): APIGatewayProxyEventV2 => {
  const path = row.path.replace(/\{\w+\}/g, 'x');
  const routeKey = `${row.method} ${row.path}`;
  return {
    ...{
      version: '2.0',
      routeKey,
      rawPath: path,
      rawQueryString: '',
      headers: {},
      cookies,
      isBase64Encoded: false,
    },
    pathParameters: Object.fromEntries(
      [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, 'x']),
    ),
    requestContext: {
      ...{
        accountId: '',
        apiId: '',
        domainName: '',
        domainPrefix: '',
        requestId: 'test',
        routeKey,
        stage: '',
      },
      ...{ time: '', timeEpoch: 0 },
      http: { method: row.method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: '' },
    },
  };
};

const codeOf = async (functionName: string, row: RouteRow, cookies: string[]): Promise<string> => {
  const handler = functions.api.get(functionName);
  if (!handler) throw new Error(`no function ${functionName}`);
  const { statusCode, body } = await handler(bareEvent(row, cookies), lambdaContext(functionName));
  const problem: { code?: string } = JSON.parse(body || '{}');
  return `${statusCode} ${problem.code ?? ''}`.trim();
};

describe.each(rows)('$functionName.$name', ({ functionName, row }) => {
  if (row.mayCall === 'anyone') {
    test('is open without a session', async () => {
      expect(await codeOf(functionName, row, [])).not.toMatch(/^40[13]/);
    });
    return;
  }
  const allowed: readonly string[] = row.mayCall === 'every' ? roles : row.mayCall;

  test('is closed to who is not signed in', async () => {
    expect(await codeOf(functionName, row, [])).toBe('401 session.required');
  });

  test.each(roles.filter((role) => !allowed.includes(role)))(
    'is closed to %s, who is not named',
    async (role) => {
      expect(await codeOf(functionName, row, [district.accounts[role].cookie])).toBe('403 access.role');
    },
  );

  test.each(roles.filter((role) => allowed.includes(role)))('lets %s in', async (role) => {
    expect(await codeOf(functionName, row, [district.accounts[role].cookie])).not.toMatch(
      /session\.required|access\.role/,
    );
  });
});
