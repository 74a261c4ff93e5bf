/** In the order they are asked. Whoever applies for themselves is not asked about somebody else. */
export const steps = [
  'who',
  'proxy',
  'village',
  'card',
  'contact',
  'home',
  'household',
  'items',
  'need',
  'photos',
  'consent',
  'check',
] as const;
export type Step = (typeof steps)[number];

export const START_PATH = '/renovation';
export const DONE_PATH = '/renovation/done';
export const SAVE_PATH = '/renovation/save';
export const RESUME_PATH = '/renovation/continue';
export const PROGRESS_PATH = '/renovation/progress';
export const NOTICES_PATH = '/notices';

export const pathOfStep = (step: Step): string => `${START_PATH}/${step}`;
export const stepOfPath = (path: string): Step | undefined => steps.find((step) => pathOfStep(step) === path);

/** The steps of somebody who applies as `by`; until that is known, as many as there may be. */
export const stepsOf = (by: string): readonly Step[] =>
  steps.filter((step) => step !== 'proxy' || by !== 'self');

export const pathBefore = (step: Step, by: string): string => {
  const asked = stepsOf(by);
  const before = asked[asked.indexOf(step) - 1];
  return before === undefined ? START_PATH : pathOfStep(before);
};
export const stepAfter = (step: Step, by: string): Step => {
  const asked = stepsOf(by);
  return asked[asked.indexOf(step) + 1] ?? 'check';
};
