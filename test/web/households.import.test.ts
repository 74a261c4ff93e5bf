import { createRoot } from 'solid-js';
import * as v from 'valibot';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { householdsContract } from '../../functions/households/households.contract.ts';
import { createRun } from '../../web/src/admin/households/import/import-run.ts';
import {
  headersOf,
  mappingBody,
  rememberedMapping,
  withColumn,
} from '../../web/src/admin/households/import/remembered-mapping.ts';
import { ApiProblem } from '../../web/src/api/client.ts';

const columns = ['姓名', '住哪', '备注'].map((title) => ({ title, samples: [] }));
const mapping = ['name', 'address', undefined] as const;

const earlier = (headers: readonly string[], id = 'AFCT46E69A') =>
  v.parse(householdsContract.routes.readImport.response, {
    ...{ import: id, version: 1, status: 'completed', village: '370402/370402103/370402103201' },
    ...{ fileName: 'a.xlsx', fileDigest: 'a'.repeat(64), rows: 1, through: 1, loaded: 1, refused: 0 },
    headers,
    mapping: mappingBody(mapping),
    by: { id: 'YTC6WER5WR', name: '马志强' },
    createdAt: '2096-11-23T00:00:00.000Z',
  });

describe('what the columns were last time', () => {
  it('is taken over for a file with the same headings, the column left out as well', () => {
    const sent = earlier(headersOf(columns, mapping));
    expect(rememberedMapping(columns, [sent])).toEqual(['name', 'address', undefined]);
  });

  it('is not taken over for other headings, more columns, or nothing loaded before', () => {
    const sent = earlier(headersOf(columns, mapping));
    expect(rememberedMapping([{ title: '户主', samples: [] }, ...columns.slice(1)], [sent])).toBeUndefined();
    expect(rememberedMapping([...columns, { title: '电话', samples: [] }], [sent])).toBeUndefined();
    expect(rememberedMapping(columns, [])).toBeUndefined();
  });

  it('headings of columns that are not loaded are not sent either', () => {
    expect(headersOf(columns, mapping)).toEqual(['姓名', '住哪', '']);
  });

  it('what only one column can be moves to the one chosen last; an address can be several columns', () => {
    expect(withColumn(mapping, 2, 'name')).toEqual([undefined, 'address', 'name']);
    expect(withColumn(mapping, 2, 'address')).toEqual(['name', 'address', 'address']);
  });
});

describe('going through the rows of a file', () => {
  const disposers: (() => void)[] = [];
  afterEach(() => {
    for (const dispose of disposers.splice(0)) dispose();
  });

  const run = (step: (from: number) => Promise<number>, done = 0) => {
    const finished = vi.fn(async () => undefined);
    const started = createRoot((dispose) => {
      disposers.push(dispose);
      return createRun({ rows: 250, done, step, finished });
    });
    return { ...started, finished };
  };
  const hundredEach = (from: number): Promise<number> => Promise.resolve(Math.min(250, from + 99));

  it('sends the next rows only after the ones before were answered, and ends once', async () => {
    const asked: number[] = [];
    const { state, done, finished } = run((from) => {
      asked.push(from);
      return hundredEach(from);
    });
    await vi.waitFor(() => expect(state()).toBe('finished'));
    expect(asked).toEqual([1, 101, 201]);
    expect(done()).toBe(250);
    expect(finished).toHaveBeenCalledTimes(1);
  });

  it('begins where it stood before the page was opened', async () => {
    const asked: number[] = [];
    const { state } = run((from) => {
      asked.push(from);
      return hundredEach(from);
    }, 200);
    await vi.waitFor(() => expect(state()).toBe('finished'));
    expect(asked).toEqual([201]);
  });

  it('a broken connection loses nothing, and it goes on by itself when there is one again', async () => {
    let isBroken = true;
    const asked: number[] = [];
    const { state, done, code } = run((from) => {
      asked.push(from);
      if (from > 100 && isBroken) throw new ApiProblem('network.unreachable', 0, [], undefined);
      return hundredEach(from);
    });
    await vi.waitFor(() => expect(state()).toBe('broken'));
    expect([done(), code()]).toEqual([100, 'network.unreachable']);
    isBroken = false;
    window.dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(state()).toBe('finished'));
    expect(asked).toEqual([1, 101, 101, 201]);
  });

  it('paused, the rows under way are still answered and no more are sent', async () => {
    let answer: ((through: number) => void) | undefined;
    const asked: number[] = [];
    const { state, done, pause, resume } = run((from) => {
      asked.push(from);
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    await vi.waitFor(() => expect(asked).toEqual([1]));
    pause();
    answer?.(100);
    await vi.waitFor(() => expect(done()).toBe(100));
    expect([state(), asked]).toEqual(['paused', [1]]);
    resume();
    await vi.waitFor(() => expect(asked).toEqual([1, 101]));
  });
});
