import type { Handlers } from '../platform/http/api-function.ts';
import type { photosContract } from './photos.contract.ts';
import { type PhotoDependencies, takePhoto } from './photos.usecases.ts';
import {
  readActivityPhoto,
  readCheckPhoto,
  readExemplaryPhoto,
  readIssuePhoto,
  readRectificationPhoto,
  readRenovationPhoto,
  readSupervisionPhoto,
  readUpgradePhoto,
  readVenuePhoto,
  readVisitPhoto,
} from './photos-reading.usecases.ts';

export const photosRoutes = (deps: PhotoDependencies): Handlers<typeof photosContract> => ({
  upload: async ({ body, caller, key, digest, now }) => ({
    body: { photoId: await takePhoto(deps, { sender: caller.staffId, key, digest, bytes: body, now }) },
  }),
  ofIssue: async ({ params, caller }) => ({
    file: await readIssuePhoto(deps, params.reference, params.photoId, caller),
  }),
  ofVisit: async ({ params, caller }) => ({ file: await readVisitPhoto(deps, params, caller) }),
  ofCheck: async ({ params, caller }) => ({ file: await readCheckPhoto(deps, params, caller) }),
  ofRectification: async ({ params, caller }) => ({
    file: await readRectificationPhoto(deps, params, caller),
  }),
  ofVenue: async ({ params }) => ({ file: await readVenuePhoto(deps, params) }),
  ofActivity: async ({ params }) => ({ file: await readActivityPhoto(deps, params) }),
  ofUpgrade: async ({ params }) => ({ file: await readUpgradePhoto(deps, params) }),
  ofSupervision: async ({ params, caller }) => ({ file: await readSupervisionPhoto(deps, params, caller) }),
  ofSite: async ({ params, caller }) => ({ file: await readExemplaryPhoto(deps, params, caller) }),
  ofRenovation: async ({ params, caller }) => ({ file: await readRenovationPhoto(deps, params, caller) }),
});
