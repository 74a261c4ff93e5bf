import type { VenueDetails } from '../../../../functions/venues/venues.fields.ts';
import { type VenueKind, venueKinds } from '../../../../functions/venues/venues.words.ts';
import type { VenueView } from './venues.queries.ts';

/** What a venue is, as a form holds it. */
export interface DetailsDraft {
  kind: string;
  name: string;
  address: string;
  lat: string;
  lng: string;
  phone: string;
  capacity: string;
  facilities: readonly VenueDetails['facilities'][number][];
  access: readonly VenueDetails['access'][number][];
}

export const emptyDetails: DetailsDraft = {
  ...{
    kind: '',
    name: '',
    address: '',
    lat: '',
    lng: '',
    phone: '',
    capacity: '',
    facilities: [],
    access: [],
  },
};

export const draftOf = (view: VenueView): DetailsDraft => ({
  ...{ kind: view.kind, name: view.name, address: view.address, phone: view.phone ?? '' },
  ...{ lat: String(view.position.lat), lng: String(view.position.lng), capacity: String(view.capacity) },
  ...{ facilities: view.facilities, access: view.access },
});

export const kindIn = (text: string): VenueKind | undefined => venueKinds.find((kind) => kind === text);

/** A number as it is typed, full-width digits too; what is none stays, for the contract to say so. */
export const numberIn = (text: string): number | string | undefined => {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : plain;
};

/** In the shape the contract takes. */
export const detailsBody = (draft: DetailsDraft) => ({
  ...{ kind: draft.kind || undefined, name: draft.name, address: draft.address },
  position: { lat: numberIn(draft.lat), lng: numberIn(draft.lng) },
  ...(draft.phone.trim() === '' ? {} : { phone: draft.phone }),
  ...{ capacity: numberIn(draft.capacity), facilities: draft.facilities, access: draft.access },
});
