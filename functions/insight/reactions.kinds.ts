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
  'CALENDAR',
] as const;
export type ReactingKind = (typeof reactingKinds)[number];
