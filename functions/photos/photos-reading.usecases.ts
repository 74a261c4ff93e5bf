import { readExemplaryPhotos } from '../criticism/exemplary-photos.usecases.ts';
import { readCheck } from '../inspections/checks-reading.usecases.ts';
import { photosOfRectification } from '../inspections/inspections-photos.usecases.ts';
import { readRectification } from '../inspections/rectifications-reading.usecases.ts';
import { photosOfIssue } from '../issues/issues-photos.usecases.ts';
import { readIssue } from '../issues/issues-reading.usecases.ts';
import type { Principal } from '../platform/contract/roles.ts';
import type { PhotoId } from '../platform/photos/photo.contract.ts';
import type { StoredPhoto } from '../platform/photos/photo-store.ts';
import { readActivityPhotos } from '../programme/programme-photos.usecases.ts';
import { readRenovationPhotos } from '../renovation/renovation-photos.usecases.ts';
import { readSupervisionPhotos } from '../supervision/supervision-photos.usecases.ts';
import { readUpgradePhotos, readVenuePhotos } from '../venues/venues-photos.usecases.ts';
import { readVisit } from '../visits/visits-reading.usecases.ts';
import { photoProblem } from './photos.problems.ts';
import type { PhotoDependencies } from './photos.usecases.ts';

/** @throws Problem `photo.not_found` for any id that isn't named, whoever's it is. */
const photoAmong = async (
  deps: PhotoDependencies,
  named: readonly PhotoId[],
  photoId: PhotoId,
): Promise<StoredPhoto> => {
  const photo = named.includes(photoId) ? await deps.photos.get(photoId) : undefined;
  if (!photo) throw photoProblem('photo.not_found');
  return photo;
};

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
  const { state } = await readIssue(deps, reference, caller);
  return photoAmong(deps, photosOfIssue(state), photoId);
};

/** A photo that somebody took at a door. @throws Problem when the caller may not read the visit. */
export const readVisitPhoto = async (
  deps: PhotoDependencies,
  { visit, photoId }: { readonly visit: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => {
  const { state } = await readVisit(deps, visit, caller);
  return photoAmong(deps, state.photos, photoId);
};

/** A photo of what was found at a door. @throws Problem when the caller may not read the check. */
export const readCheckPhoto = async (
  deps: PhotoDependencies,
  { photoId, ...check }: { readonly inspection: string; readonly n: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => {
  const { state } = await readCheck(deps, check, caller);
  return photoAmong(deps, state.findings?.photos ?? [], photoId);
};

/** A photo of what was put right. @throws Problem when the caller may not read the rectification. */
export const readRectificationPhoto = async (
  deps: PhotoDependencies,
  { rectification, photoId }: { readonly rectification: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => {
  const { state } = await readRectification(deps, rectification, caller);
  return photoAmong(deps, photosOfRectification(state), photoId);
};

/** A photo of an application or its works. @throws Problem when the caller may not read it. */
export const readRenovationPhoto = async (
  deps: PhotoDependencies,
  { reference, photoId }: { readonly reference: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => photoAmong(deps, await readRenovationPhotos(deps, reference, caller), photoId);

/** A photo of a venue: what a venue looks like is no secret of its place. */
export const readVenuePhoto = async (
  deps: PhotoDependencies,
  { venue, photoId }: { readonly venue: string; readonly photoId: PhotoId },
): Promise<StoredPhoto> => photoAmong(deps, await readVenuePhotos(deps, venue), photoId);

/** A photo of an activity, published or not: the programme is no secret within the district. */
export const readActivityPhoto = async (
  deps: PhotoDependencies,
  { activity, photoId }: { readonly activity: string; readonly photoId: PhotoId },
): Promise<StoredPhoto> => photoAmong(deps, await readActivityPhotos(deps, activity), photoId);

/** A photo of what a project came to. */
export const readUpgradePhoto = async (
  deps: PhotoDependencies,
  { upgrade, photoId }: { readonly upgrade: string; readonly photoId: PhotoId },
): Promise<StoredPhoto> => photoAmong(deps, await readUpgradePhotos(deps, upgrade), photoId);

/** A photo of what supervision found on the spot. @throws Problem when the caller may not read that part of the list. */
export const readSupervisionPhoto = async (
  deps: PhotoDependencies,
  { photoId, ...item }: { readonly date: string; readonly issue: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => photoAmong(deps, await readSupervisionPhotos(deps, item, caller), photoId);

/** A photo of an exemplary site. @throws Problem when the caller may not see the site yet. */
export const readExemplaryPhoto = async (
  deps: PhotoDependencies,
  { site, photoId }: { readonly site: string; readonly photoId: PhotoId },
  caller: Principal,
): Promise<StoredPhoto> => photoAmong(deps, await readExemplaryPhotos(deps, site, caller), photoId);
