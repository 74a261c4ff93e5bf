import { createSignal } from 'solid-js';
import { newKey } from '../../api/client.ts';
import { tellChange } from '../phone/changes.ts';
import { durably, phone } from '../phone/database.ts';
import type { FormWords, KeptDraft, KeptPhoto, PhotoSubject } from '../phone/kept.ts';
import { keepPhoto, photosOf, removePhotosOf } from '../phone/photos.ts';
import { now } from '../round/clock.ts';
import { finishBeforeReload } from '../worker/registration.ts';
import { type Answers, noAnswers } from './answers.ts';

const emptyDraft = (staffId: string, words: FormWords): KeptDraft => ({
  ...words,
  ...{ staffId, entryId: newKey(), at: undefined, answers: noAnswers },
});

/** Address of the form of one household in one campaign. */
export const formPath = (stop: string): string => `/field/visits/${stop.replace('.', '/')}`;

export interface Draft {
  /** Address of the form; a step of it is a part more. */
  readonly path: string;
  readonly current: () => KeptDraft;
  readonly answers: () => Answers;
  readonly change: (changed: Partial<Answers>) => void;
  readonly photos: (of: PhotoSubject) => readonly KeptPhoto[];
  /** @throws DOMException when the phone is full */
  readonly addPhoto: (photo: Pick<KeptPhoto, 'of' | 'fileName' | 'jpeg' | 'thumbnail'>) => Promise<void>;
  readonly removePhoto: (key: string) => Promise<void>;
  /** Takes an issue out, with its photos; those after it move up. */
  readonly removeIssue: (at: number) => Promise<void>;
  /** Whether the last change could not be kept: it will be gone when the app is closed. */
  readonly isAtRisk: () => boolean;
  /** Throws the form away, photos included. */
  readonly drop: () => Promise<void>;
}

/** Every change on its way to the disk, one after the other. */
let writing: Promise<void> = Promise.resolve();
finishBeforeReload(() => writing);

/**
 * The form of one household as it was left, or an empty one. Every change is kept at once: a form half filled in
 * survives a call, a full battery and a new version of the app.
 * @param words of the household, for a new form
 * @returns undefined when there is no form and nothing is known of the household
 */
export const openDraft = async (
  staffId: string,
  stop: string,
  words: FormWords | undefined,
): Promise<Draft | undefined> => {
  const kept = await (await phone()).get('drafts', [staffId, stop]);
  const start = kept ?? (words && emptyDraft(staffId, words));
  if (start === undefined) return undefined;
  const [current, setCurrent] = createSignal<KeptDraft>(start);
  const [photos, setPhotos] = createSignal(await photosOf(current().entryId));
  const [isAtRisk, setAtRisk] = createSignal(false);

  const keep = (draft: KeptDraft): void => {
    setCurrent(draft);
    writing = writing
      .then(async () => {
        await (await phone()).put('drafts', draft);
        setAtRisk(false);
      })
      .catch(() => {
        setAtRisk(true);
      });
  };
  const readPhotos = async (): Promise<void> => {
    setPhotos(await photosOf(current().entryId));
  };
  const change = (changed: Partial<Answers>): void => {
    const draft = current();
    keep({ ...draft, at: draft.at ?? now(), answers: { ...draft.answers, ...changed } });
  };
  return {
    path: formPath(stop),
    current,
    answers: () => current().answers,
    change,
    isAtRisk,
    photos: (of) => photos().filter((photo) => photo.of === of),
    addPhoto: async (photo) => {
      await keepPhoto(current().entryId, photo);
      await readPhotos();
    },
    removePhoto: async (key) => {
      await (await phone()).delete('photos', key);
      await readPhotos();
    },
    removeIssue: async (at) => {
      const database = await phone();
      for (const photo of photos()) {
        if (photo.of === at) await database.delete('photos', photo.key);
        else if (typeof photo.of === 'number' && photo.of > at) {
          await database.put('photos', { ...photo, of: photo.of - 1 });
        }
      }
      await readPhotos();
      change({ issues: current().answers.issues.filter((_, position) => position !== at) });
    },
    drop: async () => {
      await writing;
      await dropDraft(current());
    },
  };
};

const dropDraft = async ({ staffId, stop, entryId }: KeptDraft): Promise<void> => {
  const transaction = (await phone()).transaction(['drafts', 'photos', 'entries'], 'readwrite', durably);
  await transaction.objectStore('drafts').delete([staffId, stop]);
  // A correction that is given up leaves the entry as it was, and the photos with it.
  if ((await transaction.objectStore('entries').get(entryId)) === undefined) {
    await removePhotosOf(entryId, transaction.objectStore('photos'));
  }
  await transaction.done;
};

/** Waits until everything typed is on the disk. */
export const settled = (): Promise<void> => writing;

/**
 * Opens what was written down for correction. What was refused stays in the outbox, as it is, until it is saved
 * again; what has not set off yet is taken out of it, so that it can't be sent meanwhile as it was.
 * @returns false when it has set off: it may have arrived, and must stay as it was sent
 */
export const reopen = async (entryId: string): Promise<boolean> => {
  const transaction = (await phone()).transaction(['entries', 'drafts'], 'readwrite', durably);
  const entries = transaction.objectStore('entries');
  const entry = await entries.get(entryId);
  const isOpen = entry !== undefined && (entry.refusal !== undefined || entry.tries === 0);
  if (isOpen) {
    const { staffId, stop, address, head, hasPhone, seen, visit, answers } = entry;
    // A phone whose clock was ahead has learnt the time since: nothing was visited later than now.
    const at = visit.at > now() ? now() : visit.at;
    const draft = { staffId, stop, address, head, hasPhone, seen, entryId, at, answers };
    await transaction.objectStore('drafts').put(draft);
    if (entry.refusal === undefined) await entries.delete(entryId);
  }
  await transaction.done;
  await tellChange('outbox');
  return isOpen;
};

/** Households with a form that was begun and not saved. */
export const openForms = async (staffId: string): Promise<readonly string[]> =>
  (await (await phone()).getAllKeys('drafts')).filter(([whose]) => whose === staffId).map(([, stop]) => stop);
