import { readFileSync, rmSync, writeFileSync } from 'node:fs';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('node');
  } catch {
    return false;
  }
};

/**
 * Keeps a second host off a data folder. A lock whose process is gone (a power cut, SIGKILL) doesn't count.
 * @throws Error with one clear line when another host runs on it.
 */
export const lockFolder = (path: string): (() => void) => {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
  } catch {
    const pid = Number(readFileSync(path, 'utf8'));
    if (pid > 0 && pid !== process.pid && isAlive(pid)) {
      throw new Error(
        `Huimin runs on this data already (process ${pid}). Stop it, or name another folder: HUIMIN_DATA=/path npm start`,
      );
    }
    writeFileSync(path, String(process.pid));
  }
  return () => rmSync(path, { force: true });
};
