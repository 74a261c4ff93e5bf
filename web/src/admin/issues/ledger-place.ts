import { createSignal } from 'solid-js';
import { forgetWithWorker } from '../session/memory.ts';

const [lastLedger, setLastLedger] = createSignal<string>();
const [lastOpened, setLastOpened] = createSignal<string>();
/** By address, how far down the list was, in CSS pixels. */
const scrolled = new Map<string, number>();

forgetWithWorker(() => {
  setLastLedger(undefined);
  setLastOpened(undefined);
  scrolled.clear();
});

/** Where somebody was in the ledger, so that coming back from a case doesn't mean finding the place again. */
export const ledgerPlace = {
  /** Address of the list last looked at. */
  last: lastLedger,
  /** Reference of the case last opened from it. */
  opened: lastOpened,
  open: (reference: string): void => {
    setLastOpened(reference);
  },
  scrolledTo: (address: string): number => scrolled.get(address) ?? 0,
  scroll: (address: string, top: number): void => {
    scrolled.set(address, top);
  },
  visit: (address: string): void => {
    setLastLedger(address);
  },
} as const;
