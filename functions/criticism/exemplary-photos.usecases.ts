import * as v from 'valibot';
import { platformProblem, problemFactory } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { mayReadSite } from './criticism.actions.ts';
import { exemplaryStates } from './criticism.words.ts';
import { missingProblems } from './criticism-missing.problems.ts';

const missing = problemFactory(missingProblems);

/** Only the photos and who may see them: the function that shows them stays small. */
const photographedSchema = v.object({
  state: v.picklist(exemplaryStates),
  node: v.string(),
  photos: v.optional(v.array(PhotoIdSchema), []),
});

/** Keeps the pictures a committed site names from expiring. */
export const keepExemplaryPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(photos, v.parse(photographedSchema, image['state']).photos);

/** What shows an exemplary site. @throws Problem `criticism.not_found`, or when the caller may not see it yet. */
export const readExemplaryPhotos = async (
  { store }: Pick<Core, 'store'>,
  id: string,
  caller: Principal,
): Promise<readonly PhotoId[]> => {
  const item = await store.get(caseKey('EXEMPLARY', id, 'STATE'));
  if (!item) throw missing('criticism.not_found');
  const site = v.parse(photographedSchema, item['state']);
  if (!mayReadSite(site, caller)) throw platformProblem('access.scope');
  return site.photos;
};
