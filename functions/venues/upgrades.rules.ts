import type { Accepted, Decision } from '../platform/ledger/change.ts';
import type { Upgrade } from './upgrades.states.ts';
import type { NewUpgrade, UpgradeProgress } from './venues.fields.ts';
import type { VenueRefusal } from './venues.problems.ts';
import type { Act } from './venues.rules.ts';
import { limits, type UpgradeState } from './venues.words.ts';

/** Where a project can go from where it stands; a note on the way leaves it there. */
const steps: Readonly<Record<UpgradeState, readonly UpgradeState[]>> = {
  planned: ['planned', 'under-way', 'done', 'given-up'],
  'under-way': ['under-way', 'done', 'given-up'],
  done: ['done'],
  'given-up': ['given-up', 'planned'],
};

export const plan = (fields: NewUpgrade, { by, now }: Act): Accepted<Upgrade> => ({
  next: {
    ...fields,
    state: 'planned',
    photos: [],
    notes: [{ at: now, by, state: 'planned' }],
    createdAt: now,
  },
  events: [{ type: 'planned', data: { kind: fields.kind, year: fields.year } }],
});

/** The next step of a project; what is not said about cost, venue and photos stays. */
export const progress = (
  upgrade: Upgrade,
  { state, note, cost, venue, photos }: UpgradeProgress,
  { by, now }: Act,
): Decision<Upgrade, VenueRefusal> => {
  if (!steps[upgrade.state].includes(state)) return { refusal: 'upgrade.step_not_allowed' };
  if (upgrade.notes.length >= limits.upgradeNotes) return { refusal: 'upgrade.notes_full' };
  const isDone = state === 'done' && upgrade.state !== 'done';
  return {
    next: {
      ...upgrade,
      state,
      cost: cost ?? upgrade.cost,
      venue: venue ?? upgrade.venue,
      doneAt: isDone ? now : upgrade.doneAt,
      photos: photos.length > 0 ? photos : upgrade.photos,
      notes: [...upgrade.notes, { at: now, by, state, note }],
    },
    events: [{ type: 'progressed', data: { state } }],
  };
};
