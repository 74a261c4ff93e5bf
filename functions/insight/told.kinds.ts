/** Kinds of cases whose new states somebody is told of. */
export const toldKinds = ['FINDING', 'ISSUE'] as const;
