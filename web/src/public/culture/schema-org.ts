import type { Activity } from './culture.queries.ts';
import type { Venue } from './venues.queries.ts';

/** Names of days as schema.org has them, Monday first. */
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const addressOf = (path: string): string => new URL(path, location.origin).href;

/** Where a page has the photos of a venue from. */
export const picturesOfVenue = ({ venue, photos }: Venue): string[] =>
  photos.map((photo) => `/api/public/venues/${venue}/photos/${photo}`);

/** Where a page has the photos of an activity from. */
export const picturesOfActivity = ({ activity, photos }: Activity): string[] =>
  photos.map((photo) => `/api/public/activities/${activity}/photos/${photo}`);

const imagesOf = (addresses: readonly string[]): { readonly image?: readonly string[] } =>
  addresses.length > 0 ? { image: addresses.map(addressOf) } : {};

/** https://schema.org/openingHoursSpecification: the timetables as published; closures are special hours. */
export const venueData = (venue: Venue): Readonly<Record<string, unknown>> => ({
  '@type': 'CivicStructure',
  '@id': addressOf(`/culture/venues/${venue.venue}`),
  name: venue.name,
  address: venue.address,
  telephone: venue.phone,
  geo: { '@type': 'GeoCoordinates', latitude: venue.position.lat, longitude: venue.position.lng },
  ...imagesOf(picturesOfVenue(venue)),
  isAccessibleForFree: true,
  publicAccess: true,
  maximumAttendeeCapacity: venue.capacity,
  openingHoursSpecification: venue.timetables.flatMap(({ from, to, week }) =>
    week.flatMap((spans, day) =>
      spans.map((span) => ({
        '@type': 'OpeningHoursSpecification',
        dayOfWeek: days[day],
        opens: span.from,
        // There is no 24:00 in schema.org's Time.
        closes: span.to === '24:00' ? '23:59' : span.to,
        validFrom: from,
        validThrough: to,
      })),
    ),
  ),
  specialOpeningHoursSpecification: venue.exceptions.map(({ kind, from, to, span }) => ({
    '@type': 'OpeningHoursSpecification',
    validFrom: from,
    validThrough: to,
    ...(kind === 'open' && span
      ? { opens: span.from, closes: span.to }
      : { opens: '00:00', closes: '00:00' }),
  })),
});

/** https://schema.org/Event: one for each date that is ahead. */
export const activityData = (activity: Activity): Readonly<Record<string, unknown>> => ({
  '@graph': activity.sessions
    .filter(({ state, to }) => state !== 'held' && to > activity.asOf)
    .map((session) => ({
      '@type': 'Event',
      name: activity.title,
      description: activity.summary,
      ...imagesOf(picturesOfActivity(activity)),
      url: addressOf(`/culture/activities/${activity.activity}`),
      startDate: session.from,
      endDate: session.to,
      eventStatus: `https://schema.org/Event${
        session.state === 'cancelled' ? 'Cancelled' : session.moved ? 'Rescheduled' : 'Scheduled'
      }`,
      previousStartDate: session.moved?.from,
      eventAttendanceMode: `https://schema.org/${
        activity.category === 'online-course' ? 'Online' : 'Offline'
      }EventAttendanceMode`,
      location:
        activity.category === 'online-course'
          ? { '@type': 'VirtualLocation', url: activity.link }
          : { '@type': 'Place', name: session.place, address: session.place },
      organizer: { '@type': 'Organization', name: activity.organiser.name },
      isAccessibleForFree: true,
    })),
});
