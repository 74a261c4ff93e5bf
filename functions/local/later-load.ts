import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createPasswords } from '../access/password-hash.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import type { PhotoStore } from '../platform/photos/photo-store.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type Instant, parseInstant } from '../platform/runtime/time.ts';

/** What is loaded while people work already, one after the other. */
export const laterParts = ['culture', 'services', 'renovation', 'campaign', 'compliance'] as const;
type Part = (typeof laterParts)[number];

/** Names the moment a part of the demo is of, for as long as that part is not loaded whole. */
const mark = (data: string, part: Part): string => join(data, part);

/** Has these parts loaded by {@link goOnLoading}, in this run of the machine or the next. */
export const loadLater = (data: string, now: Instant): void => {
  for (const part of laterParts) writeFileSync(mark(data, part), now);
};

/** Keeps what was not loaded yet from being loaded. */
export const neverLoad = (data: string): void => {
  for (const part of laterParts) rmSync(mark(data, part), { force: true });
};

type LaterCore = Core & { readonly photos: PhotoStore };

export interface LaterLoading {
  readonly signal: AbortSignal;
  readonly onProgress: (part: Part, step: string) => void;
  /** A part that could not be loaded whole; the others are loaded all the same, and this one with the next start. */
  readonly onError: (part: Part, error: unknown) => void;
}

// Only where it is needed: everything a part uses would stay in memory otherwise.
const loaders = {
  culture: async () => (await import('./demo/culture.ts')).loadCulture,
  services: async () => (await import('./demo/services.ts')).loadServices,
  renovation: async () => (await import('./demo/renovation.ts')).loadRenovations,
  campaign: async () => (await import('./demo/campaign.ts')).loadCampaign,
  compliance: async () => (await import('./demo/compliance.ts')).loadCompliance,
};

const loadPart = async (
  data: string,
  core: LaterCore,
  part: Part,
  { signal, onProgress }: LaterLoading,
): Promise<void> => {
  if (!existsSync(mark(data, part))) return;
  const now = parseInstant(readFileSync(mark(data, part), 'utf8').trim());
  const deps = {
    ...core,
    calendars: createCalendars(core),
    nodes: createOrganisationNodes(core),
    passwords: createPasswords(),
  };
  const load = await loaders[part]();
  await load({ deps, now, signal, onProgress: (step) => onProgress(part, step) });
  rmSync(mark(data, part));
};

/** Loads the rest of the demo while people work already; stopped half-way, the next start goes on with it. */
export const goOnLoading = async (data: string, core: LaterCore, loading: LaterLoading): Promise<void> => {
  for (const part of laterParts) {
    try {
      await loadPart(data, core, part, loading);
    } catch (error) {
      if (loading.signal.aborted) return;
      loading.onError(part, error);
    }
  }
};
