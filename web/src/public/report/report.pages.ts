import { CheckPage as Check } from './check.page.tsx';
import { ContactPage as Contact } from './contact.page.tsx';
import { DonePage as Done } from './done.page.tsx';
import { guarded } from './guarded.tsx';
import { PhotoPage as Photo } from './photo.page.tsx';
import { WhatPage as What } from './what.page.tsx';
import { WherePage as Where } from './where.page.tsx';

/** Everything after the first page, in one piece: once the second page is there, the rest is too. */
export { startInBackground } from './report.background.ts';
export const pages = {
  what: guarded(What),
  where: guarded(Where),
  photo: guarded(Photo),
  contact: guarded(Contact),
  check: guarded(Check),
  done: guarded(Done),
} as const;
