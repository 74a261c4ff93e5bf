import { createCalendars } from '../calendar/calendar.usecases.ts';
import { keepExemplaryPhotos } from '../criticism/exemplary-photos.usecases.ts';
import { keepCheckPhotos, keepRectificationPhotos } from '../inspections/inspections-photos.usecases.ts';
import { keepIssuePhotos } from '../issues/issues-photos.usecases.ts';
import { recomputeDeadlines } from '../issues/issues-watch.usecases.ts';
import { openPhotoStore } from '../platform/photos/photo-store.open.ts';
import { openShownPhotos } from '../platform/photos/shown-photos.open.ts';
import { createCore } from '../platform/runtime/core.ts';
import { parseEnv } from '../platform/runtime/env.ts';
import { photoEnvironment } from '../platform/runtime/environment.ts';
import { followActivity } from '../programme/listing.usecases.ts';
import { showActivityPhotos } from '../programme/programme-photos.usecases.ts';
import { keepRenovationPhotos } from '../renovation/renovation-photos.usecases.ts';
import { keepSupervisionPhotos } from '../supervision/supervision-photos.usecases.ts';
import { keepUpgradePhotos, showVenuePhotos } from '../venues/venues-photos.usecases.ts';
import { keepVisitPhotos } from '../visits/visits-photos.usecases.ts';
import { reactTo } from './reactions.usecases.ts';
import { streamFunction } from './stream-function.ts';

const environment = parseEnv(photoEnvironment, process.env);
const core = createCore(environment);
const photos = openPhotoStore(environment.PHOTOS);
const shown = openShownPhotos(environment.PHOTOS);
const showing = { ...core, photos, shown };
const deps = { ...core, calendars: createCalendars(core) };

export const handler = streamFunction(core, (images) =>
  reactTo(images, {
    ISSUE: (image) => keepIssuePhotos(photos, image),
    VISIT: (image) => keepVisitPhotos(photos, image),
    CHECK: (image) => keepCheckPhotos(photos, image),
    RECTIFICATION: (image) => keepRectificationPhotos(photos, image),
    VENUE: (image) => showVenuePhotos(showing, image),
    UPGRADE: (image) => keepUpgradePhotos(photos, image),
    ACTIVITY: async (image) => {
      await followActivity(core, image);
      await showActivityPhotos(showing, image);
    },
    RENOVATION: (image) => keepRenovationPhotos(photos, image),
    SUPERVISION: (image) => keepSupervisionPhotos(photos, image),
    EXEMPLARY: (image) => keepExemplaryPhotos(photos, image),
    CALENDAR: async () => {
      // The calendar kept from before is the one that was just replaced.
      deps.calendars.forget();
      await recomputeDeadlines(deps, core.clock.now());
    },
  }),
);
