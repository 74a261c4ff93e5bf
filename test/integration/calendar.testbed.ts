import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '../../functions/platform/runtime/core.ts';
import { openPlatform, type Platform } from '../support/core.ts';

/** A core on a table of its own, with a clock that stands until it is set. */
export interface Bed extends Core {
  readonly setTime: (text: string) => void;
  readonly tableName: string;
  readonly keyFile: string;
  readonly endpoint: string;
}

export interface Testbed extends AsyncDisposable {
  readonly folder: string;
  readonly bed: () => Promise<Bed>;
}

/** Beds for one test file, and a folder for what is stored beside the table. */
export const startTestbed = async (): Promise<Testbed> => {
  const folder = await mkdtemp(join(tmpdir(), 'huimin-test-'));
  const opened: Platform[] = [];
  return {
    folder,
    bed: async () => {
      const platform = await openPlatform('2026-11-22T09:00:00+08:00');
      opened.push(platform);
      const { core, clock, tableName, keyFile, endpoint } = platform;
      return { ...core, setTime: clock.set, tableName, keyFile, endpoint };
    },
    [Symbol.asyncDispose]: async () => {
      for (const platform of opened) await platform[Symbol.asyncDispose]();
      await rm(folder, { recursive: true });
    },
  };
};
