import { readIssue } from '../issues/issues.usecases.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import type { StoredPhoto } from '../platform/photos/photo-store.ts';
import { photoProblem } from './photos.problems.ts';
import type { PhotoDependencies } from './photos.usecases.ts';

/**
 * A photo that the issue names, from its report or its resolution.
 * @throws Problem when the caller may not read the issue; any other id is not found, whoever's it is.
 */
export const readIssuePhoto = async (
  deps: PhotoDependencies,
  reference: string,
  photoId: PhotoId,
  caller: Principal,
): Promise<StoredPhoto> => {
  const { state: issue } = await readIssue(deps, reference, caller);
  const named = [...issue.photos, ...('resolution' in issue ? issue.resolution.photos : [])];
  const photo = named.includes(photoId) ? await deps.photos.get(photoId) : undefined;
  if (!photo) throw photoProblem('photo.not_found');
  return photo;
};
