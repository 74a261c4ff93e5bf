/** Names the engines of a run to its workers. */
export const engineEndpoints = 'HUIMIN_TEST_ENGINES';

/** The engine of this worker; undefined when nobody started one. */
export const engineOfWorker = (): string | undefined => {
  const given = process.env['DYNAMODB_ENDPOINT'];
  if (given) return given;
  const endpoints = process.env[engineEndpoints]?.split(' ') ?? [];
  return endpoints[Number(process.env['VITEST_POOL_ID'] ?? 0) % endpoints.length];
};
