import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inject, vi } from 'vitest';
import { foundDemo, listDemo } from '../../functions/local/demo/demo.ts';
import { startMachine } from '../../functions/local/machine.ts';
import { createCore } from '../../functions/platform/runtime/core.ts';
import { parseEnv } from '../../functions/platform/runtime/env.ts';
import { coreEnvironment } from '../../functions/platform/runtime/environment.ts';
import { cheapPasswords } from './district.ts';

export interface DistrictMachine extends AsyncDisposable {
  readonly address: string;
  /** Every line the functions have written to their log. */
  readonly logged: readonly string[];
}

/**
 * The whole system as `npm start` runs it, on a free port and in a folder of its own: the demo's places and
 * accounts, and nobody has raised an issue yet.
 */
export const startDistrict = async (): Promise<DistrictMachine> => {
  await using undo = new AsyncDisposableStack();
  const data = await mkdtemp(join(tmpdir(), 'huimin-machine-'));
  undo.defer(() => rm(data, { recursive: true, force: true }));
  const logged: string[] = [];
  const output = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    logged.push(String(line));
    return true;
  });
  undo.defer(() => output.mockRestore());
  const tableName = `huimin-${process.pid}-${Date.now()}`;
  const machine = await startMachine({ data, site: inject('site'), port: 0, tableName });
  undo.defer(() => machine.stop());
  const core = createCore(parseEnv(coreEnvironment, process.env));
  const now = core.clock.now();
  await foundDemo({ ...core, passwords: cheapPasswords }, now, () => undefined);
  await listDemo(core, now);
  machine.run();
  const kept = undo.move();
  return { address: machine.address, logged, [Symbol.asyncDispose]: () => kept.disposeAsync() };
};
