import type { VenueInList } from './venues.queries.ts';

/** What the address of the list says; an empty text is no condition. */
export interface VenueFilter {
  readonly kind: string;
  readonly facility: string;
  /** Part of a name or an address. */
  readonly name: string;
  readonly openOnly: boolean;
  readonly entranceOnly: boolean;
}

const hasEntrance = ({ access }: VenueInList): boolean =>
  access.includes('ramp') || access.includes('level-entrance');

const says = (text: string, part: string): boolean => text.toLowerCase().includes(part);

/** The venues that meet every condition, in the order they came. */
export const venuesWith = <Listed extends VenueInList>(
  venues: readonly Listed[],
  filter: VenueFilter,
  isOpen: (venue: Listed) => boolean,
): Listed[] => {
  const part = filter.name.trim().toLowerCase();
  return venues.filter(
    (venue) =>
      (filter.kind === '' || venue.kind === filter.kind) &&
      (filter.facility === '' || venue.facilities.some((facility) => facility === filter.facility)) &&
      (part === '' || says(venue.name, part) || says(venue.address, part)) &&
      (!filter.openOnly || isOpen(venue)) &&
      (!filter.entranceOnly || hasEntrance(venue)),
  );
};
