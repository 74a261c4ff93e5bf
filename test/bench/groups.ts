import type { Options, Report } from './report.ts';

type Group = (options: Options) => Promise<Report>;

/** In the order they are run; each loads only what it needs. */
export const groups = {
  units: async () => (await import('./units.ts')).default,
  checks: async () => (await import('./checks.ts')).default,
  throughput: async () => (await import('./throughput.ts')).default,
  register: async () => (await import('./register-loading.ts')).default,
  plan: async () => (await import('./village-plans.ts')).default,
  places: async () => (await import('./places.ts')).default,
  culture: async () => (await import('./culture.ts')).default,
  renovation: async () => (await import('./renovation.ts')).default,
  hours: async () => (await import('./hours.ts')).default,
  quarter: async () => (await import('./quarter.ts')).default,
  sync: async () => (await import('./visits-sync.ts')).default,
  pages: async () => (await import('./pages.ts')).default,
  visits: async () => (await import('./visit-pages.ts')).default,
  bundles: async () => (await import('./bundles.ts')).default,
  runtime: async () => (await import('./runtime.ts')).default,
  site: async () => (await import('./site.ts')).default,
  'culture-pages': async () => (await import('./culture-pages.ts')).default,
  'renovation-form': async () => (await import('./renovation-form.ts')).default,
  field: async () => (await import('./field.ts')).default,
  machine: async () => (await import('./machine.ts')).default,
} as const satisfies Readonly<Record<string, () => Promise<Group>>>;

export type GroupName = keyof typeof groups;

export const isGroup = (name: string): name is GroupName => Object.hasOwn(groups, name);
export const groupNames: readonly GroupName[] = Object.keys(groups).filter(isGroup);
