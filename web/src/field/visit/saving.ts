import { putInOutbox } from '../outbox/outbox.ts';
import type { KeptDraft, KeptEntry } from '../phone/kept.ts';
import { askToKeep } from '../phone/space.ts';
import { now } from '../round/clock.ts';
import type { VisitEntry } from '../service.ts';
import { sendNow } from '../start.ts';
import { settled } from './draft.ts';

/**
 * Puts a visit into the outbox and sends it if it can. When this resolves, it is on the phone's disk.
 * @throws DOMException when the phone can't keep it; the form is then as it was
 */
export const saveVisit = async (draft: KeptDraft, visit: VisitEntry): Promise<KeptEntry> => {
  await settled();
  const { at: _, ...kept } = draft;
  const entry: KeptEntry = {
    ...kept,
    ...{ visit, writtenAt: now() },
    ...{ tries: 0, refusal: undefined, exportedAt: undefined },
  };
  await putInOutbox(entry);
  void askToKeep();
  void sendNow();
  return entry;
};
