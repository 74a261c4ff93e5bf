import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOrganisationNodes } from '../access/organisations.usecases.ts';
import { createPasswords } from '../access/password-hash.ts';
import { createCalendars } from '../calendar/calendar.usecases.ts';
import type { Core } from '../platform/runtime/core.ts';
import { type Instant, parseInstant } from '../platform/runtime/time.ts';

/** Names the moment the campaign of the demo is of, for as long as it is not loaded whole. */
const mark = (data: string): string => join(data, 'campaign');

/** Has the campaign loaded by {@link goOnLoading}, in this run of the machine or the next. */
export const loadLater = (data: string, now: Instant): void => writeFileSync(mark(data), now);

/** Loads the campaign while people work already; stopped half-way, the next start goes on with it. */
export const goOnLoading = async (
  data: string,
  core: Core,
  signal: AbortSignal,
  onProgress: (step: string) => void,
): Promise<void> => {
  if (!existsSync(mark(data))) return;
  const now = parseInstant(readFileSync(mark(data), 'utf8').trim());
  // Only where it is needed: everything it uses would stay in memory otherwise.
  const { loadCampaign } = await import('./demo/campaign.ts');
  const deps = {
    ...core,
    calendars: createCalendars(core),
    nodes: createOrganisationNodes(core),
    passwords: createPasswords(),
  };
  await loadCampaign({ deps, now, signal, onProgress });
  rmSync(mark(data));
};
