import type { Category } from './programme.words.ts';

/** Planned sessions of published activities for a village, a town or the district, by when they begin. */
export const whatsOnList = (node: string): string => `whats-on/${node}`;

/** Activities that count at a place or below it, by when they were written down. */
export const activitiesList = (node: string): string => `activities/${node}`;

/** Sessions of published activities at a venue, cancelled ones too, by when they begin. */
export const venueSessionsList = (venue: string): string => `venue-sessions/${venue}`;

/** Activities, sessions held and people of a place and below it, by year. */
export const programmeSubject = (node: string): string => `programme/${node}`;

export const programmeMeasures = ['activities', 'sessions', 'people'] as const;

/** The field of a year's counter that has a category's figure. */
export const programmeField = (category: Category, measure: (typeof programmeMeasures)[number]): string =>
  `${category}-${measure}`;

/**
 * Sessions held of a category in the villages of a town: its periods are the villages' paths, its fields the years.
 * A village nothing was held in is not there.
 */
export const coveredSubject = (category: Category, town: string): string => `covered/${category}/of/${town}`;

/** People counted at activities for disabled residents at a place and below it, by year: the federation counts them, too. */
export const assistedSubject = (node: string): string => `programme-assisted/${node}`;
