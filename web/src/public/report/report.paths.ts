/** In the order they are asked; photos may be left out, so they never stand in the way. */
export const steps = ['category', 'what', 'where', 'photo', 'contact', 'check'] as const;
export type Step = (typeof steps)[number];

export const FIRST_PATH = '/report';
export const DONE_PATH = '/report/done';

export const pathOfStep = (step: Step): string =>
  step === 'category' ? FIRST_PATH : `${FIRST_PATH}/${step}`;
export const stepOfPath = (path: string): Step | undefined => steps.find((step) => pathOfStep(step) === path);

/** Undefined for the first. */
export const pathBefore = (step: Step): string | undefined => {
  const before = steps[steps.indexOf(step) - 1];
  return before && pathOfStep(before);
};
export const stepAfter = (step: Step): Step => steps[steps.indexOf(step) + 1] ?? 'check';
