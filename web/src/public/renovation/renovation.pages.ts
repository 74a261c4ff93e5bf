import { guardedBy } from '../questions/guarded.tsx';
import { CardPage } from './card.page.tsx';
import { CheckPage } from './check.page.tsx';
import { ConsentPage } from './consent.page.tsx';
import { ContactPage } from './contact.page.tsx';
import { DonePage } from './done.page.tsx';
import { HomePage } from './home.page.tsx';
import { HouseholdPage } from './household.page.tsx';
import { ItemsPage } from './items.page.tsx';
import { NeedPage } from './need.page.tsx';
import { PhotosPage } from './photos.page.tsx';
import { ProxyPage } from './proxy.page.tsx';
import { draft } from './renovation.draft.ts';
import { outcome } from './renovation.outcome.ts';
import { homePhotos } from './renovation.photos.ts';
import { redirectFrom } from './renovation.steps.ts';
import { ResumePage } from './resume.page.tsx';
import { SavePage } from './save.page.tsx';
import { VillagePage } from './village.page.tsx';
import { WhoPage } from './who.page.tsx';

const guarded = guardedBy(homePhotos, (path) =>
  redirectFrom(path, draft(), {
    hasReceipt: outcome.receipt() !== undefined,
    isFrozen: outcome.isFrozen(),
  }),
);

/** The whole form in one piece: a connection that breaks half-way takes nothing from anybody. */
export const pages = {
  who: guarded(WhoPage),
  proxy: guarded(ProxyPage),
  village: guarded(VillagePage),
  card: guarded(CardPage),
  contact: guarded(ContactPage),
  home: guarded(HomePage),
  household: guarded(HouseholdPage),
  items: guarded(ItemsPage),
  need: guarded(NeedPage),
  photos: guarded(PhotosPage),
  consent: guarded(ConsentPage),
  check: guarded(CheckPage),
  done: guarded(DonePage),
  save: SavePage,
  continue: ResumePage,
} as const;
