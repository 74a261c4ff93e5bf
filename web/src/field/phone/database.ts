import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type {
  KeptAssessment,
  KeptDraft,
  KeptEntry,
  KeptHomes,
  KeptPhoto,
  KeptRound,
  Officer,
  SentEntry,
} from './kept.ts';

export interface PhoneSchema extends DBSchema {
  officer: { key: typeof only; value: Officer };
  lease: { key: typeof only; value: Lease };
  rounds: { key: string; value: KeptRound };
  drafts: { key: [staffId: string, stop: string]; value: KeptDraft };
  entries: { key: string; value: KeptEntry; indexes: { staffId: string } };
  sent: { key: string; value: SentEntry; indexes: { staffId: string } };
  photos: { key: string; value: KeptPhoto; indexes: { owner: string } };
  homes: { key: string; value: KeptHomes };
  assessments: { key: string; value: KeptAssessment; indexes: { staffId: string } };
  /** By account: what seals its homes and assessments; it can be used here and read nowhere. */
  keys: { key: string; value: CryptoKey };
}

/** Who sends, where the browser has no locks of its own. */
export interface Lease {
  readonly holder: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

export type Phone = IDBPDatabase<PhoneSchema>;

/** The key where a store holds one thing. */
export const only = 'only';

const NAME = 'huimin-field';
const VERSION = 2;

let opened: Promise<Phone> | undefined;

const open = (): Promise<Phone> =>
  openDB<PhoneSchema>(NAME, VERSION, {
    upgrade: (phone, before) => {
      if (before < 1) {
        phone.createObjectStore('officer');
        phone.createObjectStore('lease');
        phone.createObjectStore('rounds', { keyPath: 'staffId' });
        phone.createObjectStore('drafts', { keyPath: ['staffId', 'stop'] });
        phone.createObjectStore('entries', { keyPath: 'entryId' }).createIndex('staffId', 'staffId');
        phone.createObjectStore('sent', { keyPath: 'entryId' }).createIndex('staffId', 'staffId');
        phone.createObjectStore('photos', { keyPath: 'key' }).createIndex('owner', 'owner');
      }
      phone.createObjectStore('homes', { keyPath: 'staffId' });
      phone.createObjectStore('assessments', { keyPath: 'entryId' }).createIndex('staffId', 'staffId');
      phone.createObjectStore('keys');
    },
    // A newer version of the app, in another tab, waits for this one to let go.
    blocking: () => {
      void opened?.then((phone) => phone.close());
      opened = undefined;
    },
    terminated: () => {
      opened = undefined;
    },
  });

/**
 * The phone's memory.
 * @throws DOMException where the browser keeps nothing: some private windows, blocked storage, a full phone
 */
export const phone = (): Promise<Phone> => {
  opened ??= open().catch((error: unknown) => {
    opened = undefined;
    throw error;
  });
  return opened;
};

/** On the disk, not only on its way there, before anybody is told that it is saved. */
export const durably = { durability: 'strict' } as const;
