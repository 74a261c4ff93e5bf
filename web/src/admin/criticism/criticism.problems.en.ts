import type { CriticismRefusal } from '../../../../functions/criticism/criticism.problems.ts';

export const words = {
  'criticism.not_found': 'There is no such notice or site.',
  'criticism.node_unknown': 'There is no such organisation, or it is closed.',
  'criticism.period': 'A period is one to six months, in order, and none of them lies ahead.',
  'criticism.nothing': 'In this period nothing of this organisation came to where it may be criticised.',
  'criticism.too_many': 'There are more than 100 cases; choose a shorter period.',
  'criticism.personal': 'Leave out phone and ID numbers: a notice names nobody.',
  'criticism.own': 'What you drafted, published or proposed, somebody else decides about.',
  'criticism.not_heard': 'The organisation can still reply; publish when it has, or when its time is over.',
  'criticism.over': 'In the state it is in this cannot be done any more.',
  'criticism.replied': 'There is a reply already.',
} as const satisfies Record<CriticismRefusal, string>;
