import type { Item } from '../platform/runtime/store.ts';
import type { ReactingKind } from './reactions.kinds.ts';
import type { FailedImage } from './stream-function.ts';

/** What follows from a case's new state, besides lists and figures; safe to do again. */
export type Reaction = (image: Item) => Promise<void>;

/** Carries out what follows from these states; one that fails keeps no other back. */
export const reactTo = async (
  images: readonly Item[],
  reactions: Readonly<Record<ReactingKind, Reaction>>,
): Promise<readonly FailedImage[]> => {
  const byKind = new Map<unknown, Reaction>(Object.entries(reactions));
  const failed: FailedImage[] = [];
  for (const image of images) {
    try {
      await byKind.get(image['kind'])?.(image);
    } catch (error) {
      failed.push({ image, error });
    }
  }
  return failed;
};
