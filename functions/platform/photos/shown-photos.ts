import * as v from 'valibot';
import type { PhotoId } from './photo.contract.ts';
import type { StoredPhoto } from './photo-store.ts';

/**
 * Photos anybody may see, by what they show: copies apart from what cases keep, so that what serves residents can
 * read nothing else. A failing disk or service throws.
 */
export interface ShownPhotos {
  /**
   * Shows these kept photos of something, and no others of it. May be repeated; one that isn't kept (yet) is left out.
   * @param subject reference of what they show.
   */
  showOnly(subject: string, ids: readonly PhotoId[]): Promise<void>;
  get(subject: string, id: PhotoId): Promise<StoredPhoto | undefined>;
}

export const SHOWN = 'shown';

/** A reference: no way out of the prefix. */
export const subjectSchema = v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{1,40}$/));
