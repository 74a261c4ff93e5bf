import { readSetting, writeSetting } from '../../lib/local-settings.ts';

const SETTING = 'desk-in-use';

const { promise: somebodyIsIn, resolve: letIn } = (() => {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((resolved) => {
    resolve = resolved;
  });
  return { promise, resolve };
})();

/**
 * For the pages of the desk to wait for: whoever has to sign in first need not bring the page they can't see yet.
 * Where somebody works already the page sets off at once, without waiting to hear who it is.
 */
export { letIn, somebodyIsIn };

if (readSetting(SETTING, ['yes']) === 'yes') letIn();

export const noteSignedIn = (): void => {
  writeSetting(SETTING, 'yes');
  letIn();
};

/** The next visit on this device is expected to begin with signing in. */
export const noteSignedOut = (): void => writeSetting(SETTING, 'no');
