import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { Problem } from '../platform/contract/problems.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { coreEnvironment } from '../platform/runtime/environment.ts';
import { foundWithAdministrator } from './first-administrator.usecases.ts';
import { nodeNameSchema } from './organisations.states.ts';
import { createPasswords } from './password-hash.ts';
import { loginNameSchema, staffNameSchema } from './staff.states.ts';

/**
 * Makes the district and its first administrator in an empty table:
 *
 *   TABLE_NAME=… MASTER_KEY=… node functions/access/first-administrator.command.ts \
 *     --district 370402 --name-zh 市中区 --name-en "Shizhong District" --login wang.hong --name 王红
 */
const option = { type: 'string' } as const;

const argumentsSchema = v.object({
  district: v.pipe(v.string(), v.regex(/^\d{6}$/)),
  'name-zh': nodeNameSchema.entries.zh,
  'name-en': nodeNameSchema.entries.en,
  login: loginNameSchema,
  name: staffNameSchema,
});

const found = async (): Promise<string> => {
  const { values } = parseArgs({
    options: { district: option, 'name-zh': option, 'name-en': option, login: option, name: option },
  });
  const result = v.safeParse(argumentsSchema, values);
  if (!result.success) {
    const wrong = result.issues.map((issue) => `--${v.getDotPath(issue)}`).join(', ');
    throw new Error(`missing or not valid: ${wrong}`);
  }
  const { district, login, name } = result.output;
  const core = createCore(parseEnv(coreEnvironment, process.env));
  const { initialPassword } = await foundWithAdministrator(
    { ...core, passwords: createPasswords() },
    {
      district: { id: district, name: { zh: result.output['name-zh'], en: result.output['name-en'] } },
      loginName: login,
      name,
      now: core.clock.now(),
    },
  );
  return `Login name: ${login}\nPassword:   ${initialPassword}\nIt is shown only now, and has to be changed at the first sign-in.\n`;
};

try {
  process.stdout.write(await found());
} catch (error) {
  const why = error instanceof Problem ? error.title : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
