import { createSignal } from 'solid-js';
import { newKey } from '../../api/client.ts';
import { type AssessmentAnswers, noAnswers } from '../../assessment/answers.ts';
import { tellChange } from '../phone/changes.ts';
import { durably, phone } from '../phone/database.ts';
import type { KeptAssessment, KeptPhoto, PhotoSubject } from '../phone/kept.ts';
import { keepPhoto, photosOf } from '../phone/photos.ts';
import { askToKeep } from '../phone/space.ts';
import { now } from '../round/clock.ts';
import { sendNow } from '../start.ts';
import { finishBeforeReload } from '../worker/registration.ts';
import { changeAssessment } from './assessments.ts';
import type { Home } from './homes.ts';
import { seal } from './seal.ts';
import { openWritten } from './written.ts';

/** One for each home and account: two pages of the app write the same, not two. */
const entryIdOf = (staffId: string, reference: string): string => `${staffId}.${reference}`;

export const homePath = (reference: string): string => `/field/homes/${reference}`;

export interface AssessmentForm {
  readonly home: Home;
  readonly answers: () => AssessmentAnswers;
  readonly change: (answers: AssessmentAnswers) => void;
  readonly photos: (of: PhotoSubject) => readonly KeptPhoto[];
  /** @throws DOMException when the phone is full */
  readonly addPhoto: (photo: Pick<KeptPhoto, 'of' | 'fileName' | 'jpeg' | 'thumbnail'>) => Promise<void>;
  readonly removePhoto: (key: string) => Promise<void>;
  /** Whether the last change could not be kept: it will be gone when the app is closed. */
  readonly isAtRisk: () => boolean;
  /**
   * Puts it into the outbox and sends it if it can. When this resolves, it is on the phone's disk.
   * @throws DOMException when the phone can't keep it; the form is then as it was
   */
  readonly save: () => Promise<void>;
}

/** Every change on its way to the disk, one after the other. */
let writing: Promise<void> = Promise.resolve();
finishBeforeReload(() => writing);

const begun = (staffId: string, home: Home): KeptAssessment => ({
  entryId: entryIdOf(staffId, home.reference),
  ...{ staffId, reference: home.reference, phase: 'draft', key: newKey(), version: home.version },
  ...{ writtenAt: now(), tries: 0 },
  ...{ refusal: undefined, exportedAt: undefined, sentAt: undefined, sealed: undefined },
});

/**
 * The form of one home as it was left, or an empty one. Every change is kept at once.
 * @returns undefined when there is no form and the home is not on the list
 */
export const openForm = async (
  staffId: string,
  kept: KeptAssessment | undefined,
  listed: Home | undefined,
): Promise<AssessmentForm | undefined> => {
  const written = kept && (await openWritten(kept));
  const home = listed ?? written?.home;
  if (home === undefined) return undefined;
  const start = kept ?? begun(staffId, home);
  const { entryId } = start;
  const [answers, setAnswers] = createSignal(written?.answers ?? noAnswers(home.wants));
  const [photos, setPhotos] = createSignal(await photosOf(entryId));
  const [isAtRisk, setAtRisk] = createSignal(false);
  const readPhotos = async (): Promise<void> => {
    setPhotos(await photosOf(entryId));
  };
  /** @throws DOMException when the phone can't */
  const write = async (changed: (kept: KeptAssessment) => KeptAssessment): Promise<void> => {
    const sealed = await seal(staffId, { ...written, home, answers: answers() });
    const transaction = (await phone()).transaction('assessments', 'readwrite', durably);
    const found = (await transaction.store.get(entryId)) ?? start;
    // Saved in another page of the app: it must stay as it was sent.
    if (found.phase !== 'waiting') {
      await transaction.store.put(changed({ ...(found.phase === 'sent' ? start : found), sealed }));
    }
    await transaction.done;
    await tellChange('assessments');
  };
  const keep = (): void => {
    writing = writing
      .then(() => write((found) => found))
      .then(
        () => setAtRisk(false),
        () => setAtRisk(true),
      )
      .then(() => undefined);
  };
  return {
    home,
    answers,
    change: (changed) => {
      setAnswers(changed);
      keep();
    },
    isAtRisk,
    photos: (of) => photos().filter((photo) => photo.of === of),
    addPhoto: async (photo) => {
      await keepPhoto(entryId, photo);
      await readPhotos();
      keep();
    },
    removePhoto: async (key) => {
      await (await phone()).delete('photos', key);
      await readPhotos();
    },
    save: async () => {
      await writing;
      await write((found) => ({
        ...found,
        ...{ phase: 'waiting', writtenAt: now(), tries: 0, refusal: undefined, exportedAt: undefined },
        // After a no, what is sent is another intention, on the application as it stands.
        ...(found.refusal === undefined
          ? {}
          : { key: newKey(), version: written?.theirs?.version ?? home.version }),
      }));
      void askToKeep();
      void sendNow();
    },
  };
};

/**
 * Opens what has not set off yet for changes.
 * @returns false when it has: it may have arrived, and must stay as it was sent
 */
export const reopen = (entryId: string): Promise<boolean> =>
  changeAssessment(entryId, (kept) =>
    kept.phase === 'waiting' && kept.tries === 0 ? { ...kept, phase: 'draft' } : undefined,
  );

/** The assessor has decided that it counts as it was written: sent on the application as it stands now. */
export const sendAgain = async (kept: KeptAssessment, version: number): Promise<void> => {
  await changeAssessment(kept.entryId, (found) =>
    found.phase === 'refused'
      ? { ...found, phase: 'waiting', key: newKey(), version, tries: 0, refusal: undefined }
      : undefined,
  );
  await sendNow();
};
