import * as v from 'valibot';
import { platformProblem, problemFactory } from '../platform/contract/problems.ts';
import type { Principal } from '../platform/contract/roles.ts';
import { caseKey } from '../platform/ledger/case-keys.ts';
import { type PhotoId, PhotoIdSchema } from '../platform/photos/photo.contract.ts';
import { keepAll, type PhotoStore } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import type { Item } from '../platform/runtime/store.ts';
import { mayReadItem } from './supervision.actions.ts';
import { missingProblems } from './supervision-missing.problems.ts';

const missing = problemFactory(missingProblems);

/** Only the photos and where they were taken: the function that shows them stays small. */
const photographedSchema = v.object({
  items: v.array(
    v.object({
      issue: v.string(),
      place: v.string(),
      entry: v.optional(v.object({ photos: v.optional(v.array(PhotoIdSchema), []) })),
    }),
  ),
});

const itemsOf = (image: Item) => v.parse(photographedSchema, image['state']).items;

/** Keeps the pictures a committed list names from expiring. */
export const keepSupervisionPhotos = (photos: PhotoStore, image: Item): Promise<void> =>
  keepAll(
    photos,
    itemsOf(image).flatMap(({ entry }) => entry?.photos ?? []),
  );

/**
 * What was photographed at an issue of a list.
 * @throws Problem `supervision.not_found`, `supervision.item_not_found`, or `access.scope` outside the caller's area.
 */
export const readSupervisionPhotos = async (
  { store }: Pick<Core, 'store'>,
  { date, issue }: { readonly date: string; readonly issue: string },
  caller: Principal,
): Promise<readonly PhotoId[]> => {
  const list = await store.get(caseKey('SUPERVISION', date, 'STATE'));
  if (!list) throw missing('supervision.not_found');
  const item = itemsOf(list).find((one) => one.issue === issue);
  if (!item) throw missing('supervision.item_not_found');
  if (!mayReadItem(item, caller)) throw platformProblem('access.scope');
  return item.entry?.photos ?? [];
};
