import * as v from 'valibot';

/**
 * Parses a function's environment at cold start. The infrastructure builds its variables from the same schema,
 * so a variable forgotten there does not compile.
 * @throws Error naming each variable that is missing or wrong, never its value.
 */
export const parseEnv = <T extends v.GenericSchema<unknown, unknown>>(
  schema: T,
  env: Readonly<Record<string, string | undefined>>,
): v.InferOutput<T> => {
  const result = v.safeParse(schema, env);
  if (result.success) return result.output;
  const names = result.issues.map((issue) => `${v.getDotPath(issue) ?? '?'} (${issue.message})`);
  throw new Error(`environment: ${names.join(', ')}`);
};
