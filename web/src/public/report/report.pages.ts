import { startInBackground } from '../questions/background.ts';
import { guardedBy } from '../questions/guarded.tsx';
import { CheckPage as Check } from './check.page.tsx';
import { ContactPage as Contact } from './contact.page.tsx';
import { DonePage as Done } from './done.page.tsx';
import { PhotoPage as Photo } from './photo.page.tsx';
import { draft } from './report.draft.ts';
import { outcome } from './report.outcome.ts';
import { reportPhotos } from './report.photos.ts';
import { redirectFrom } from './report.steps.ts';
import { WhatPage as What } from './what.page.tsx';
import { WherePage as Where } from './where.page.tsx';

const guarded = guardedBy(reportPhotos, (path) =>
  redirectFrom(path, draft(), {
    hasReceipt: outcome.receipt() !== undefined,
    isFrozen: outcome.isFrozen(),
  }),
);

/** What goes on while the rest of the form is filled in. */
export const begin = (): void => startInBackground(reportPhotos);

/** Everything after the first page, in one piece: once the second page is there, the rest is too. */
export const pages = {
  what: guarded(What),
  where: guarded(Where),
  photo: guarded(Photo),
  contact: guarded(Contact),
  check: guarded(Check),
  done: guarded(Done),
} as const;
