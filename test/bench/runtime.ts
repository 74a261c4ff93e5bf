import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { functionRows } from '../../functions/functions.ts';
import { type Bundle, bundleBareSdk, bundleFunctions } from '../../infra/bundle.ts';
import { coldEnvironment, coldTable, firstRequestOf, firstRequests } from './first-requests.ts';
import { median, percentile } from './measure.ts';
import { type Options, type Report, type Row, rounded } from './report.ts';
import { startRuntimeApi } from './runtime-api.ts';
import { openStore } from './stored.ts';
import { temporaryFolder } from './temporary.ts';

const packageName = 'aws-lambda-ric';

/** Lambda's own runtime client, where somebody has built it; NODE_PATH may say where. */
const runtimeClient = (): string | undefined => {
  try {
    return createRequire(import.meta.url).resolve(packageName);
  } catch {
    return undefined;
  }
};

/** What Lambda tells a runtime about its function, without which it does not start. */
const runtimeEnvironment = (name: string, folder: string, address: string): Record<string, string> => ({
  AWS_LAMBDA_RUNTIME_API: address,
  LAMBDA_TASK_ROOT: folder,
  _HANDLER: 'index.handler',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: '512',
  AWS_LAMBDA_LOG_GROUP_NAME: name,
  AWS_LAMBDA_LOG_STREAM_NAME: name,
});

/** The runtime takes a bundle, is handed its first event, then some more. */
const runBundle = async (
  client: string,
  name: string,
  bundle: Bundle,
  event: unknown,
  env: Record<string, string>,
  calls: number,
): Promise<Row> => {
  await using api = await startRuntimeApi();
  const started = performance.now();
  const runtime = spawn(process.execPath, [client], {
    cwd: bundle.folder,
    env: { ...env, ...runtimeEnvironment(name, bundle.folder, api.address) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [runtime.stdout, runtime.stderr])
    stream.on('data', (data) => {
      said = `${said}${data}`.slice(-2_000);
    });
  const ended = once(runtime, 'exit').then(([code, signal]) => {
    throw new Error(`${name} ended in the runtime (${code ?? signal}): ${said.trim().slice(-500)}`);
  });
  try {
    const answered = async (): Promise<number> => {
      const { milliseconds, answer } = await Promise.race([api.invoke(event), ended]);
      if (/"statusCode":[45]/.test(answer)) throw new Error(`${name}: ${answer}`);
      return milliseconds;
    };
    const first = await answered();
    const untilAnswer = performance.now() - started;
    const times: number[] = [];
    for (let call = 0; call < calls; call++) times.push(await answered());
    return {
      what: `${name}: start to first answer`,
      figure: untilAnswer,
      unit: 'ms',
      beside: `first ${rounded(first)} ms; then p50 ${rounded(median(times))}, p95 ${rounded(percentile(times, 0.95))} ms a call`,
    };
  } finally {
    ended.catch(() => undefined);
    runtime.kill('SIGKILL');
  }
};

export default async ({ small }: Options): Promise<Report> => {
  const client = runtimeClient();
  if (!client) {
    return {
      method: `not run: ${packageName} is not installed here (it compiles against libcurl, so it is no dependency); install it anywhere and name its node_modules in NODE_PATH`,
      rows: [],
    };
  }
  await using store = await openStore({ [coldTable]: [] });
  const requests = await firstRequests(store);
  const folder = temporaryFolder();
  const env = coldEnvironment(store);
  const calls = small ? 20 : 100;
  const bare = await bundleBareSdk(folder);
  const rows = [await runBundle(client, 'bare SDK', bare, { get: { PK: 'none', SK: 'none' } }, env, calls)];
  for (const [name, bundle] of await bundleFunctions(functionRows, folder)) {
    // Photos are limited to thirty an hour for one address.
    const most = Math.min(calls, name === 'photos-public' ? 20 : calls);
    rows.push(await runBundle(client, name, bundle, firstRequestOf(requests, name), env, most));
  }
  return {
    method: `every bundle in ${packageName}, one process each, its first event and ${calls} more`,
    rows,
  };
};
