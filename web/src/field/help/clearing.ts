import { clearHomes, clearUnsentAssessments } from '../assessment/assessments.ts';
import { officer } from '../officer/officer.ts';
import { discard, entries } from '../outbox/outbox.ts';
import { tellChange } from '../phone/changes.ts';
import { phone } from '../phone/database.ts';
import { removePhotosOf } from '../phone/photos.ts';

/** Takes every round and everything that was sent off the phone, whoever's it is; nothing that was not sent. */
export const clearPhone = async (): Promise<void> => {
  const database = await phone();
  await database.clear('rounds');
  await database.clear('sent');
  await clearHomes();
  await tellChange('round');
  await tellChange('outbox');
};

/** The officer's own visits that were not sent, and the forms begun; another person's stay. */
export const clearUnsent = async (): Promise<void> => {
  for (const { entryId } of entries()) await discard(entryId);
  await clearUnsentAssessments();
  const staffId = officer()?.staffId;
  if (staffId === undefined) return;
  const transaction = (await phone()).transaction(['drafts', 'photos'], 'readwrite');
  for (const draft of await transaction.objectStore('drafts').getAll()) {
    if (draft.staffId !== staffId) continue;
    await transaction.objectStore('drafts').delete([draft.staffId, draft.stop]);
    await removePhotosOf(draft.entryId, transaction.objectStore('photos'));
  }
  await transaction.done;
};
