import type { HouseholdView } from './households.queries.ts';

/** What and where a household is, as a form holds it. */
export interface DetailsDraft {
  kind: string;
  area: string;
  text: string;
  building: string;
  unit: string;
  room: string;
  shopName: string;
}

export const emptyDetails: DetailsDraft = {
  kind: 'home',
  area: '',
  text: '',
  building: '',
  unit: '',
  room: '',
  shopName: '',
};

export const detailsOf = ({ kind, area, address, shopName }: HouseholdView): DetailsDraft => ({
  kind,
  area: area ?? '',
  text: address.text,
  building: address.building ?? '',
  unit: address.unit ?? '',
  room: address.room ?? '',
  shopName: shopName ?? '',
});

/** In the shape the contract takes; what was left empty is not sent. */
export const detailsBody = (draft: DetailsDraft): object => ({
  kind: draft.kind,
  area: draft.area || undefined,
  address: {
    text: draft.text,
    building: draft.building || undefined,
    unit: draft.unit || undefined,
    room: draft.room || undefined,
  },
  ...(draft.kind === 'shop' ? { shopName: draft.shopName } : {}),
});
