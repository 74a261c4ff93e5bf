import type * as v from 'valibot';
import { createLedger, type Ledger } from '../ledger/ledger.ts';
import { type Clock, systemClock } from './clock.ts';
import type { coreEnvironment } from './environment.ts';
import { fileKeyWrapper } from './key-wrapper.file.ts';
import { createKeyring, type Keyring, type KeyShelf, type KeyWrapper } from './keyring.ts';
import { consoleLog, type Log } from './log.ts';
import { createDynamoClient, createStore, type Store } from './store.ts';

/** What every function stands on, made once per cold start. */
export interface Core {
  readonly clock: Clock;
  readonly log: Log;
  readonly store: Store;
  readonly ledger: Ledger;
  readonly keyring: Keyring;
}

const tableShelf = (store: Store): KeyShelf => {
  const read = async (generation: string): Promise<string | undefined> => {
    const item = await store.get({ PK: `KEY#${generation}`, SK: 'KEY' });
    return typeof item?.['wrapped'] === 'string' ? item['wrapped'] : undefined;
  };
  return {
    read,
    keepFirst: async (generation, wrapped) => {
      if (await store.putNew({ PK: `KEY#${generation}`, SK: 'KEY', wrapped })) return wrapped;
      const first = await read(generation);
      if (first === undefined) throw new Error('the data key could not be kept');
      return first;
    },
  };
};

/** KMS is loaded only where it is used, so that a single machine never pays for it. */
const keyWrapper = async (masterKey: string): Promise<KeyWrapper> => {
  const name = masterKey.slice(masterKey.indexOf(':') + 1);
  if (masterKey.startsWith('file:')) return fileKeyWrapper(name);
  // The module, not the SDK's package: of a package imported like this a bundle keeps every command there is.
  const { kmsKeyWrapper } = await import('./key-wrapper.kms.ts');
  return kmsKeyWrapper(name);
};

const lazily = (wrapper: () => Promise<KeyWrapper>): KeyWrapper => {
  let made: Promise<KeyWrapper> | undefined;
  const get = (): Promise<KeyWrapper> => {
    made ??= wrapper();
    return made;
  };
  return {
    generate: async () => (await get()).generate(),
    unwrap: async (wrapped) => (await get()).unwrap(wrapped),
  };
};

/** The real parts, as an environment names them. */
export const createCore = (environment: v.InferOutput<typeof coreEnvironment>): Core => {
  const store = createStore(createDynamoClient(environment.DYNAMODB_ENDPOINT), environment.TABLE_NAME);
  return coreOn(
    store,
    lazily(() => keyWrapper(environment.MASTER_KEY)),
    systemClock,
    consoleLog,
  );
};

/** The same on parts somebody else made: tests give their own clock, log and faulty store. */
export const coreOn = (store: Store, wrapper: KeyWrapper, clock: Clock, log: Log): Core => ({
  clock,
  log,
  store,
  ledger: createLedger(store),
  keyring: createKeyring(wrapper, tableShelf(store)),
});
