import * as v from 'valibot';

const PREFIX = 'huimin.';

/**
 * What a resident has typed so far, kept for this tab alone. Never localStorage: phones and computers are shared in
 * families and at service counters, and a name or number must be gone when the tab is.
 * @returns undefined when there is nothing, or when it was written by another version of the site
 */
export const readSession = <S extends v.GenericSchema>(
  name: string,
  schema: S,
): v.InferOutput<S> | undefined => {
  try {
    const result = v.safeParse(schema, JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null'));
    return result.success ? result.output : undefined;
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
