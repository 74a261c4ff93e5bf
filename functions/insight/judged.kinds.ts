/** Kinds of cases that have a promise in them: their new states are judged. */
export const judgedKinds = ['ISSUE', 'DAYLEDGER', 'HOURSWEEK', 'RENOVATION', 'SUPERVISION'] as const;
