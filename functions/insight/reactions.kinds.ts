/** Kinds of cases whose new states have consequences besides lists and figures. */
export const reactingKinds = [
  'ISSUE',
  'VISIT',
  'CHECK',
  'RECTIFICATION',
  'VENUE',
  'UPGRADE',
  'ACTIVITY',
  'RENOVATION',
  'SUPERVISION',
  'EXEMPLARY',
  'CALENDAR',
] as const;
export type ReactingKind = (typeof reactingKinds)[number];
