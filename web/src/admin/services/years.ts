import { today } from '../shell/days.ts';

/** Years back a list or a figure goes. */
const yearsBack = 5;

/** The years that can be looked at, this one first. */
export const yearsToLookAt = (): readonly number[] => {
  const thisYear = Number(today().slice(0, 4));
  return Array.from({ length: yearsBack }, (_, back) => thisYear - back);
};

/** The one an address names, this one otherwise. */
export const yearNamed = (text: unknown): number => {
  const [thisYear = Number(today().slice(0, 4)), ...before] = yearsToLookAt();
  return before.find((each) => String(each) === text) ?? thisYear;
};
