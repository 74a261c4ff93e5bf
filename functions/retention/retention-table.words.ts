import type { Retained } from './retention.words.ts';

/** What becomes of something: it goes after years, the table itself removes it at a time written in it, or it stays. */
export type Kept = { readonly years: Retained } | { readonly expires: true } | { readonly stays: true };

interface RetentionRow {
  readonly item: string;
  readonly kept: Kept;
  /** Entities of the table, by the names its definition gives them. */
  readonly covers: readonly string[];
}

/**
 * Until when everything the table holds stays, or that it does; why is said in words, by the name of the row. Every
 * entity of the table is in here, so that none is added about which nobody decided.
 */
export const retentionTable = [
  { item: 'issues', kept: { years: 'issues' }, covers: ['personal fields'] },
  { item: 'visits', kept: { years: 'visits' }, covers: [] },
  { item: 'inspections', kept: { years: 'inspections' }, covers: [] },
  {
    item: 'households',
    kept: { years: 'households' },
    covers: ['personal fields', "a household's door", 'an ID number', 'a phone'],
  },
  { item: 'bookings', kept: { years: 'bookings' }, covers: ['personal fields'] },
  {
    item: 'renovations',
    kept: { years: 'renovations' },
    covers: ['personal fields', 'who objects', 'an open application', 'a public notice', "a town's queue"],
  },
  {
    item: 'stopped-renovations',
    kept: { years: 'stopped-renovations' },
    covers: ['personal fields', 'who objects', 'an open application'],
  },
  {
    item: 'services',
    kept: { years: 'services' },
    covers: ['personal fields', 'a member', 'who received', "a child's help"],
  },
  { item: 'supervision', kept: { years: 'supervision' }, covers: [] },
  { item: 'drafts', kept: { expires: true }, covers: ['an unfinished form', 'photo upload'] },
  {
    item: 'booking-marks',
    kept: { expires: true },
    covers: [
      ...['rooms of a phone', 'a slot of a room', 'numbers of a line', 'who waits in line', 'no-shows'],
      ...['places given back', 'who is enrolled', 'places of a phone', 'when one is booked'],
    ],
  },
  {
    item: 'sign-in',
    kept: { expires: true },
    covers: ['staff session', 'failed sign-ins', 'rate window', 'proof of work'],
  },
  // What was decided and written is the office's own account; it names officers, and a person by masks and digests.
  { item: 'histories', kept: { stays: true }, covers: ["a case's state", 'its history'] },
  // Whoever looked has to answer for it, longer than what they looked at stays.
  { item: 'openings', kept: { stays: true }, covers: ['who opened them', 'look-up', 'export'] },
  // Names of officers stand beside what they decided; an account that left can't sign in.
  { item: 'officers', kept: { stays: true }, covers: ['staff credential', 'login name'] },
  // A keyed hash of the door: without it an item could be built twice at a home.
  { item: 'built-before', kept: { stays: true }, covers: ['what a home had'] },
  {
    item: 'nobody',
    kept: { stays: true },
    covers: [
      ...['what was projected', 'list entry', 'counter', 'the one district', 'data key', "an area's name"],
      ...['job run', 'its latest run', 'places of an offer', 'left of a fund', 'how many wait'],
      ...['left of a stock', "a centre's places", 'left of a batch'],
    ],
  },
] as const satisfies readonly RetentionRow[];
