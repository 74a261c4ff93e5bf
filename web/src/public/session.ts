const PREFIX = 'huimin.';

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether every one of `names` is there and a text; enough for what this site itself has written. */
export const hasTexts = <Name extends string>(
  value: unknown,
  names: readonly Name[],
): value is Readonly<Record<Name, string>> =>
  isRecord(value) && names.every((name) => typeof value[name] === 'string');

/**
 * What a resident has typed so far, kept for this tab alone. Never localStorage: phones and computers are shared in
 * families and at service counters, and a name or number must be gone when the tab is.
 * @returns undefined when there is nothing, or when it was written by another version of the site
 */
export const readSession = <T>(name: string, fits: (value: unknown) => value is T): T | undefined => {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
    return fits(value) ? value : undefined;
  } catch {
    return undefined;
  }
};

/** @returns false where storage is refused or full; the page then works without memory. */
export const writeSession = (name: string, value: unknown): boolean => {
  try {
    sessionStorage.setItem(PREFIX + name, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
};

export const clearSession = (name: string): void => {
  try {
    sessionStorage.removeItem(PREFIX + name);
  } catch {
    // Nothing was kept either.
  }
};
