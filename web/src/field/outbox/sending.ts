import { createSignal } from 'solid-js';
import { ApiProblem, callLight, codeOf, newKey, unreachable } from '../../api/client.ts';
import { access, askWho, noteProblem, officer } from '../officer/officer.ts';
import { tellChange } from '../phone/changes.ts';
import { phone } from '../phone/database.ts';
import type { KeptEntry, KeptPhoto, Officer, PhotoSubject } from '../phone/kept.ts';
import { photosOf } from '../phone/photos.ts';
import { now } from '../round/clock.ts';
import { routes, type VisitEntry, type VisitResult } from '../service.ts';
import { asks } from '../visit/answers.ts';
import { settle, verdictOf } from './answered.ts';
import { batchesOf } from './batches.ts';
import { acknowledge, readOutbox, refuse, setOff, waiting } from './outbox.ts';
import { inTurn } from './turn.ts';

/** Milliseconds after which a request that has no answer is given up; it may still have arrived. */
const PATIENCE = 90_000;
/** A photo the service took longer ago than this is sent anew: it keeps those nobody names for seven days. */
const PHOTO_FRESH = 6 * 86_400_000;

const [isSending, setSending] = createSignal(false);
const [trouble, setTrouble] = createSignal<string>();

/** `trouble`: the code of what stood in the way at the last try; undefined when nothing did. */
export { isSending, trouble };

/** @throws ApiProblem as if there were no network, when there is no answer in time */
export const inTime = <T>(work: Promise<T>): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new ApiProblem(unreachable, 0, [], undefined)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

const isFresh = ({ photoId, sentAt }: KeptPhoto): boolean =>
  photoId !== undefined && sentAt !== undefined && Date.now() - Date.parse(sentAt) < PHOTO_FRESH;

/** @returns the id the service has it by; sent once, but for one it may have thrown away since */
export const uploadPhoto = async (photo: KeptPhoto): Promise<string> => {
  if (photo.photoId !== undefined && isFresh(photo)) return photo.photoId;
  // One that was taken and removed since must not be answered for by its old key.
  const key = photo.photoId === undefined ? photo.key : newKey();
  const { body } = await inTime(callLight(routes.upload, { key, body: photo.jpeg }));
  await (await phone()).put('photos', { ...photo, photoId: body.photoId, sentAt: now() });
  return body.photoId;
};

interface Ready {
  readonly entry: KeptEntry;
  /** Ids by the part of the visit they show. */
  readonly photos: ReadonlyMap<PhotoSubject, readonly string[]>;
}

/** A photo of what the outcome no longer asks for stays behind. */
const shows = ({ visit: { outcome, issues = [] } }: KeptEntry, of: PhotoSubject): boolean =>
  typeof of === 'number' ? of < issues.length : asks(outcome, 'photos');

/**
 * The entry with the ids of its photos.
 * @returns undefined when one of them is refused, and with it the entry
 */
const withPhotos = async (entry: KeptEntry): Promise<Ready | undefined> => {
  const photos = new Map<PhotoSubject, string[]>();
  for (const photo of (await photosOf(entry.entryId)).filter(({ of }) => shows(entry, of))) {
    try {
      photos.set(photo.of, [...(photos.get(photo.of) ?? []), await uploadPhoto(photo)]);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem)) throw thrown;
      const verdict = verdictOf(thrown, 1);
      if (typeof verdict === 'string') throw thrown;
      await refuse(entry.entryId, verdict);
      return undefined;
    }
  }
  return { entry, photos };
};

const bodyOf = ({ entry: { visit }, photos }: Ready): VisitEntry => ({
  ...visit,
  photos: [...(photos.get('visit') ?? [])],
  issues: (visit.issues ?? []).map((issue, at) => ({ ...issue, photos: [...(photos.get(at) ?? [])] })),
});

/** @throws ApiProblem when the service says of some that they should be sent again */
const settleEach = async (batch: readonly Ready[], results: readonly VisitResult[]): Promise<void> => {
  let isOpen = false;
  for (const { entry } of batch) {
    const result = results.find(({ entryId }) => entryId === entry.entryId);
    const settled = settle(entry, result, now());
    if (settled === undefined) isOpen = true;
    else if ('sent' in settled) await acknowledge(settled.sent);
    else await refuse(entry.entryId, settled.refusal);
  }
  if (isOpen) throw new ApiProblem('service.busy', 429, [], undefined);
};

/** @throws ApiProblem of what will pass; everything else is settled, entry by entry */
const sendBatch = async (ready: readonly Ready[]): Promise<void> => {
  const batch: Ready[] = [];
  for (const each of ready) if (await setOff(each.entry.entryId)) batch.push(each);
  // From here on nobody is offered to change them.
  await tellChange('outbox');
  const [first] = batch;
  if (first === undefined) return;
  let results: readonly VisitResult[];
  try {
    const { body } = await inTime(callLight(routes.record, { body: { entries: batch.map(bodyOf) } }));
    results = body.results;
  } catch (thrown) {
    if (!(thrown instanceof ApiProblem)) throw thrown;
    const verdict = verdictOf(thrown, batch.length);
    if (verdict === 'passing') throw thrown;
    if (verdict === 'apart') await sendApart(batch);
    else await refuse(first.entry.entryId, verdict);
    return;
  }
  await settleEach(batch, results);
};

/** One by one, so that an entry the service stumbles over holds up no other. */
const sendApart = async (batch: readonly Ready[]): Promise<void> => {
  let passing: ApiProblem | undefined;
  for (const each of batch) {
    try {
      await sendBatch([each]);
    } catch (thrown) {
      if (!(thrown instanceof ApiProblem) || thrown.status < 500) throw thrown;
      passing = thrown;
    }
  }
  if (passing !== undefined) throw passing;
};

/** Whether it is still this person who would be sending. */
export const isStill = async ({ staffId }: Pick<Officer, 'staffId'>): Promise<boolean> =>
  (await askWho())?.staffId === staffId;

const sendAll = async (who: Officer): Promise<void> => {
  const tried = new Set<string>();
  const untried = (): KeptEntry[] =>
    waiting().filter(({ entryId, staffId }) => staffId === who.staffId && !tried.has(entryId));
  while (untried().length > 0 && (await isStill(who))) {
    const [next = []] = batchesOf(untried());
    const ready: Ready[] = [];
    for (const entry of next) {
      tried.add(entry.entryId);
      const each = await withPhotos(entry);
      if (each !== undefined) ready.push(each);
    }
    // Photos take their time on a slow connection, and the phone may have changed hands meanwhile.
    if (ready.some(({ photos }) => photos.size > 0) && !(await isStill(who))) return;
    await sendBatch(ready);
    await readOutbox();
  }
};

const run = async (isForced: boolean): Promise<void> => {
  await readOutbox();
  const who = officer();
  if (waiting().length === 0 || who === undefined) {
    setTrouble(undefined);
    return;
  }
  // A browser that says it is offline is; one that says it is online may be wrong.
  if (!navigator.onLine && !isForced) {
    setTrouble(unreachable);
    return;
  }
  setSending(true);
  try {
    await sendAll(who);
    setTrouble(access() === 'unknown' ? unreachable : undefined);
  } catch (thrown) {
    // What the phone itself could not do is no answer of the service, and is tried again like one.
    const code = codeOf(thrown);
    noteProblem(code);
    setTrouble(code);
  } finally {
    setSending(false);
  }
};

let running: Promise<void> | undefined;
let isAskedAgain = false;

/**
 * Sends what waits, oldest first, photos before their visit. Asked while it is at it, it looks once more when it is
 * done. Never throws: `trouble` and the entries themselves tell what happened.
 * @param isForced tries even while the browser says that there is no network
 */
export const sendWaiting = (isForced = false): Promise<void> => {
  if (running !== undefined) {
    isAskedAgain = true;
    return running;
  }
  running = inTurn(() => run(isForced)).finally(() => {
    running = undefined;
    if (!isAskedAgain) return;
    isAskedAgain = false;
    void sendWaiting();
  });
  return running;
};
