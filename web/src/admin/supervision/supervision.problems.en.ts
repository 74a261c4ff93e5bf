import type { SupervisionRefusal } from '../../../../functions/supervision/supervision.problems.ts';

export const words = {
  'supervision.not_found': 'No list was drawn on that day.',
  'supervision.item_not_found': 'This issue is not on the list.',
  'supervision.taken': 'Somebody else has taken it on. Load the page again to see who.',
  'supervision.take_first': 'Take it on first; whoever has it says what was found.',
  'supervision.photos_needed': 'You looked at it on the spot: add at least one photo.',
  'supervision.looked_at': 'It was looked at already.',
} as const satisfies Record<SupervisionRefusal, string>;
