import { createSignal } from 'solid-js';
import type { ResponseOf } from '../../../../functions/platform/contract/route.ts';
import type { renovationPublicContract } from '../../../../functions/renovation/renovation-public.contract.ts';
import { ApiProblem, callLight, type LightRow, newKey } from '../../api/client.ts';
import { isStaleProof, takeProof } from '../questions/proof.ts';
import { clearSession, hasTexts, isRecord, readSession, writeSession } from '../session.ts';
import { changeDraft, clearDraft, type Draft, draft, draftFrom } from './renovation.draft.ts';
import { homePhotos, isThere } from './renovation.photos.ts';

type Routes = typeof renovationPublicContract.routes;
const saveRow: LightRow<Routes['save']> = { method: 'POST', path: '/api/public/renovation-drafts' };
const openRow: LightRow<Routes['open']> = { method: 'POST', path: '/api/public/renovation-drafts/open' };
const saveAgainRow: LightRow<Routes['saveAgain']> = {
  method: 'POST',
  path: '/api/public/renovation-drafts/{reference}',
};

const NAME = 'renovation.saved';

export interface Saved {
  readonly reference: string;
  readonly code: string;
  /** The version to save over. */
  readonly version: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}
const isSaved = (value: unknown): value is Saved =>
  hasTexts(value, ['reference', 'code', 'version', 'expiresAt']);

const [saved, setSaved] = createSignal<Saved | undefined>(readSession(NAME, isSaved));
const [isSavedBehind, setSavedBehind] = createSignal(false);

/** `saved`: where this form is kept online, if it is. `isSavedBehind`: the last step taken did not get there. */
export { isSavedBehind, saved };

const keepSaved = (received: ResponseOf<Routes['save']>): void => {
  const known = {
    reference: received.reference,
    code: received.code,
    version: String(received.version),
    expiresAt: received.expiresAt,
  };
  setSaved(known);
  setSavedBehind(false);
  writeSession(NAME, known);
};

export const forgetSaved = (): void => {
  setSaved(undefined);
  setSavedBehind(false);
  clearSession(NAME);
};

/** Ends the form on this device; what is saved online stays. */
export const leaveForm = (): void => {
  forgetSaved();
  homePhotos.clear();
  clearDraft();
};

interface KeptPhoto {
  readonly photoId: string;
  readonly fileName: string;
  readonly at: string;
}
const isKeptPhoto = (value: unknown): value is KeptPhoto => hasTexts(value, ['photoId', 'fileName', 'at']);

/** The form as it is kept online: the answers, and the names of photos that arrived. */
const kept = (): string => {
  const { key: _, ...answers } = draft();
  const photos = homePhotos
    .photos()
    .filter(({ photoId }) => photoId !== '')
    .map(({ photoId, fileName, at }) => ({ photoId, fileName: fileName.slice(0, 60), at }));
  return JSON.stringify({ answers, photos });
};

interface Kept {
  readonly answers: Draft;
  readonly photos: readonly KeptPhoto[];
}

/** What was kept; undefined when it can't be read any more. */
const unkept = (text: string): Kept | undefined => {
  const value: unknown = JSON.parse(text);
  if (!isRecord(value) || !isRecord(value['answers'])) return undefined;
  const answers = draftFrom(value['answers']);
  const photos: unknown = value['photos'];
  return answers ? { answers, photos: Array.isArray(photos) ? photos.filter(isKeptPhoto) : [] } : undefined;
};

let sending: { readonly key: string; readonly text: string; readonly proof: string } | undefined;

/** The first saving: until it is answered the same goes again under the same key, so that it makes one form. */
const saveFirst = async (): Promise<void> => {
  const text = kept();
  if (sending?.text !== text) sending = { key: newKey(), text, proof: await takeProof() };
  const { key, proof } = sending;
  keepSaved((await callLight(saveRow, { key, body: { answers: text, proof } })).body);
  sending = undefined;
};

const saveOver = async ({ reference, code, version }: Saved): Promise<void> => {
  const body = { code, version: Number(version), answers: kept() };
  keepSaved((await callLight(saveAgainRow, { params: { reference }, body })).body);
};

const save = async (): Promise<void> => {
  const known = saved();
  if (known) return saveOver(known);
  try {
    await saveFirst();
  } catch (problem) {
    if (!isStaleProof(problem)) throw problem;
    sending = undefined;
    await saveFirst();
  }
};

let last: Promise<unknown> = Promise.resolve();

/**
 * Saves the form as it is now, after any saving under way.
 * @throws ApiProblem `renovation.draft_changed` when somebody saved it elsewhere since
 */
export const saveForm = (): Promise<void> => {
  const mine = last.then(save, save);
  last = mine;
  return mine;
};

/** After each step of a form that was saved once; a failure is shown beside the link and stands in nobody's way. */
export const saveQuietly = async (): Promise<void> => {
  if (!saved()) return;
  await saveForm().catch(() => setSavedBehind(true));
};

/**
 * Brings a saved form to this device in place of what is there.
 * @returns how many of its photos have expired
 * @throws ApiProblem `renovation.draft_not_found`
 */
export const openForm = async (reference: string, code: string): Promise<number> => {
  const { body } = await callLight(openRow, { body: { reference, code } });
  const form = unkept(body.answers);
  if (!form) throw new ApiProblem('renovation.draft_not_found', 404, [], undefined);
  const still = form.photos.filter((photo) => isThere(photo, Date.now()));
  keepSaved({ reference, code, version: body.version, expiresAt: body.expiresAt });
  changeDraft(form.answers);
  homePhotos.replace(still.map((photo) => ({ ...photo, key: newKey(), thumbnail: '', unsent: '' })));
  return form.photos.length - still.length;
};
