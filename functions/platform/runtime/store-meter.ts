import { AsyncLocalStorage } from 'node:async_hooks';

interface Consumed {
  readonly CapacityUnits?: number | undefined;
}
interface Answer {
  readonly ConsumedCapacity?: Consumed | readonly Consumed[] | undefined;
}

/** Counts what the requests of a task take; a request made outside of any is not asked what it took. */
export interface Meter {
  /** What a request of a task is to be sent with. */
  readonly asked: () => { readonly ReturnConsumedCapacity?: 'TOTAL' };
  /** Adds what an answer says to its task, and gives the answer back. */
  readonly counted: <Output extends Answer>(answer: Output) => Output;
  /**
   * @returns the task's result and its request units, reads and writes alike, whatever else goes on beside it. A
   * request that is refused says nothing and is not counted.
   */
  readonly metered: <Result>(
    task: () => Promise<Result>,
  ) => Promise<{ readonly result: Result; readonly units: number }>;
}

export const createMeter = (): Meter => {
  const tallies = new AsyncLocalStorage<{ units: number }>();
  return {
    asked: () => (tallies.getStore() ? { ReturnConsumedCapacity: 'TOTAL' } : {}),
    counted: (answer) => {
      const tally = tallies.getStore();
      const capacity = [answer.ConsumedCapacity ?? []].flat();
      if (tally) for (const { CapacityUnits = 0 } of capacity) tally.units += CapacityUnits;
      return answer;
    },
    metered: async (task) => {
      const tally = { units: 0 };
      const result = await tallies.run(tally, task);
      return { result, units: tally.units };
    },
  };
};
