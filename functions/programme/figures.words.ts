import { upgradeKinds } from '../venues/venues.words.ts';
import { categories } from './programme.words.ts';

/** Where something was made known: 微信, 短视频, 直播, 学习强国, 宣传页, 海报, 广播, 报刊. */
export const channels = [
  'wechat',
  'video',
  'live',
  'xuexi',
  'leaflet',
  'poster',
  'broadcast',
  'press',
] as const;
export type Channel = (typeof channels)[number];

/** What a year's plan sets a figure for: what takes place, by category, and the projects of venues. */
export const targetSubjects = [...categories, ...upgradeKinds] as const;
export type TargetSubject = (typeof targetSubjects)[number];

/** `villages`: those in which at least one session was held. `projects` are of venues, the others of categories. */
export const targetUnits = ['activities', 'sessions', 'people', 'villages', 'projects'] as const;
export type TargetUnit = (typeof targetUnits)[number];

export const unitFits = (subject: TargetSubject, unit: TargetUnit): boolean =>
  upgradeKinds.some((kind) => kind === subject) === (unit === 'projects');

/** How a figure stands against the part of the year that has passed. */
export const targetStands = ['reached', 'on-track', 'behind'] as const;

/** Lengths in characters (code points) unless the name says otherwise. */
export const figureLimits = {
  figure: 10_000_000,
  reason: 500,
  title: 120,
  link: 300,
  reach: 1_000_000_000,
  copies: 10_000_000,
} as const;
