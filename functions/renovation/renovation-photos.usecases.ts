import * as v from 'valibot';
import { platformProblem } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { maySee, seesArea } from './renovation.roles.ts';
import { renovationMissing } from './renovation-missing.problems.ts';

const photosSchema = v.array(PhotoIdSchema);

/**
 * From the application, its papers, the assessment, before and after the works and what was wrong with them: whatever
 * part of the state has photos. By their name, so that the functions that keep and show them stay small.
 */
const photosIn = (part: unknown): PhotoId[] =>
  typeof part === 'object' && part !== null
    ? Object.entries(part).flatMap(([name, value]) =>
        name === 'photos' ? v.parse(photosSchema, value) : photosIn(value),
      )
    : [];

const somebody = v.object({ id: v.string() });

/** Whose it is, and nothing else. */
const ownedSchema = v.object({
  state: v.string(),
  village: v.string(),
  appointment: v.optional(v.object({ assessor: somebody })),
  job: v.optional(v.object({ contractor: somebody })),
});

/** Keeps the pictures an application names from expiring; only what a committed case names is ever kept. */
export const keepRenovationPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, photosIn(image['state']));

/** Which photos an application has. @throws Problem as reading it does, for whoever may not. */
export const readRenovationPhotos = async (
  { store }: Pick<Core, 'store'>,
  reference: string,
  caller: Principal,
): Promise<PhotoId[]> => {
  const item = await store.get(caseKey('RENOVATION', reference, 'STATE'));
  if (!item) throw renovationMissing();
  const found = v.parse(ownedSchema, item['state']);
  const assessor = found.state === 'reviewed' ? found.appointment?.assessor.id : undefined;
  if (maySee(found.village, [assessor, found.job?.contractor.id], caller)) return photosIn(item['state']);
  throw seesArea(caller) ? platformProblem('access.scope') : renovationMissing();
};
