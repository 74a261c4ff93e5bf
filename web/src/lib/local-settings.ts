const PREFIX = 'huimin.';

/**
 * A small choice kept in this browser only (language, text size …).
 * Private windows and full phones refuse storage; the site then works without memory.
 * @returns the stored choice, or undefined when there is none or it is no longer among `allowed`
 */
export const readSetting = <T extends string>(name: string, allowed: readonly T[]): T | undefined => {
  try {
    const stored = localStorage.getItem(PREFIX + name);
    return allowed.find((value) => value === stored);
  } catch {
    return undefined;
  }
};

/** Remembers a choice in this browser; silently forgets it where storage is refused. */
export const writeSetting = (name: string, value: string): void => {
  try {
    localStorage.setItem(PREFIX + name, value);
  } catch {
    // The choice still holds for this visit.
  }
};
