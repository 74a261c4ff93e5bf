import { createSignal } from 'solid-js';
import { officer } from '../officer/officer.ts';
import { onChange, tellChange } from '../phone/changes.ts';
import { durably, phone } from '../phone/database.ts';
import type { KeptAssessment } from '../phone/kept.ts';
import { removePhotosOf } from '../phone/photos.ts';

const [assessments, setAssessments] = createSignal<readonly KeptAssessment[]>([]);
const [trouble, setTrouble] = createSignal<string>();

/** The officer's own, in the order they were begun; `assessmentTrouble`: what stood in the way at the last try. */
export { assessments, setTrouble as setAssessmentTrouble, trouble as assessmentTrouble };

const inPhase = (phase: KeptAssessment['phase']): readonly KeptAssessment[] =>
  assessments().filter((each) => each.phase === phase);
export const waitingAssessments = (): readonly KeptAssessment[] => inPhase('waiting');
export const refusedAssessments = (): readonly KeptAssessment[] => inPhase('refused');
/** Written down, and nowhere but on this phone. */
export const unsentAssessments = (): readonly KeptAssessment[] => [
  ...refusedAssessments(),
  ...waitingAssessments(),
];

/** Reads what the phone keeps of the officer who works on it now, and of nobody else. */
export const readAssessments = async (): Promise<void> => {
  const staffId = officer()?.staffId;
  const mine =
    staffId === undefined ? [] : await (await phone()).getAllFromIndex('assessments', 'staffId', staffId);
  setAssessments(mine.sort((one, other) => one.writtenAt.localeCompare(other.writtenAt)));
};
onChange('assessments', readAssessments);

/**
 * Changes one assessment, if it is still as the change needs it: another page of the app may have been quicker.
 * @returns whether it was changed, on the disk
 */
export const changeAssessment = async (
  entryId: string,
  next: (kept: KeptAssessment) => KeptAssessment | undefined,
): Promise<boolean> => {
  const transaction = (await phone()).transaction('assessments', 'readwrite', durably);
  const kept = await transaction.store.get(entryId);
  const changed = kept && next(kept);
  if (changed) await transaction.store.put(changed);
  await transaction.done;
  await tellChange('assessments');
  return changed !== undefined;
};

const takeOff = async (entryId: string, left: KeptAssessment | undefined): Promise<void> => {
  const transaction = (await phone()).transaction(['assessments', 'photos'], 'readwrite', durably);
  const store = transaction.objectStore('assessments');
  if (left) await store.put(left);
  else await store.delete(entryId);
  await removePhotosOf(entryId, transaction.objectStore('photos'));
  await transaction.done;
  await tellChange('assessments');
};

/** The service has it: nothing of what was written stays. */
export const acknowledgeAssessment = (kept: KeptAssessment, sentAt: string): Promise<void> =>
  takeOff(kept.entryId, { ...kept, phase: 'sent', sealed: undefined, refusal: undefined, sentAt });

/** Gone for good, with its photos. */
export const discardAssessment = (entryId: string): Promise<void> => takeOff(entryId, undefined);

/** Takes the homes off the phone, whoever's they are, what was sent, and every key that opens nothing unsent. */
export const clearHomes = async (): Promise<void> => {
  const transaction = (await phone()).transaction(['homes', 'assessments', 'keys'], 'readwrite', durably);
  await transaction.objectStore('homes').clear();
  const store = transaction.objectStore('assessments');
  const all = await store.getAll();
  for (const { entryId, phase } of all) if (phase === 'sent') await store.delete(entryId);
  const needed = new Set(all.flatMap(({ phase, staffId }) => (phase === 'sent' ? [] : [staffId])));
  const keys = transaction.objectStore('keys');
  for (const staffId of await keys.getAllKeys()) if (!needed.has(staffId)) await keys.delete(staffId);
  await transaction.done;
  await tellChange('homes');
  await tellChange('assessments');
};

/** The officer's own that were not sent and those half written. */
export const clearUnsentAssessments = async (): Promise<void> => {
  for (const { entryId, phase } of assessments()) if (phase !== 'sent') await discardAssessment(entryId);
};

/** What is too old to work by goes, whoever's it is; what was not sent never does. */
export const clearOutdatedHomes = async (isOutdated: (instant: string) => boolean): Promise<void> => {
  const database = await phone();
  for (const { staffId, asOf } of await database.getAll('homes')) {
    if (isOutdated(asOf)) await database.delete('homes', staffId);
  }
  for (const { entryId, sentAt } of await database.getAll('assessments')) {
    if (sentAt !== undefined && isOutdated(sentAt)) await database.delete('assessments', entryId);
  }
};
