import { revalidate } from '@solidjs/router';

/** Milliseconds after which a list has mostly followed what was written, and after which it nearly always has. */
const pauses = [1_500, 5_000] as const;

/** Lists follow what was written a moment later: they are read now, and again once they have. */
export const catchUp = async (keys: string | string[]): Promise<void> => {
  for (const pause of pauses) setTimeout(() => void revalidate(keys), pause);
  await revalidate(keys);
};
