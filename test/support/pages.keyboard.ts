import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** More stops than any page of the public site has. */
const mostStops = 60;

/**
 * Where the keyboard is: its outline is drawn (on the control, or on the button drawn in its place), it lies in
 * the window, and nothing covers it. A script for the page, which has a type library of its own.
 */
const unseenFocus = `(() => {
  const element = document.activeElement;
  if (!element || element === document.body) return 'the focus is nowhere';
  const told = element.tagName + ' ' + (element.id || element.textContent.trim().slice(0, 30));
  const outlined = [element, element.nextElementSibling].some((each) => {
    const style = each && getComputedStyle(each);
    return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  });
  if (!outlined) return told + ' has no outline';
  const box = element.getBoundingClientRect();
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = box.top + Math.min(box.height, innerHeight) / 2;
  if (y < 0 || y >= innerHeight) return told + ' is out of the window';
  const top = document.elementFromPoint(x, y);
  const own = element.closest('label, .file-pick') ?? element;
  return own.contains(top) || top?.contains(element) ? '' : told + ' is covered by ' + top?.tagName;
})()`;

/** Presses one key, and sees that whoever pressed it can tell where they are. */
const pressSeen = async (page: Page, key: string): Promise<void> => {
  await page.keyboard.press(key);
  expect(await page.evaluate<string>(unseenFocus)).toBe('');
};

const hasFocus = async (target: Locator): Promise<boolean> =>
  (await target.and(target.page().locator(':focus')).count()) > 0;

/** Goes on by Tab, stop after stop, until `target` has the focus. */
export const tabTo = async (target: Locator): Promise<void> => {
  await target.first().waitFor({ state: 'attached' });
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await hasFocus(target)) return;
    await pressSeen(target.page(), 'Tab');
  }
  throw new Error(`the keyboard does not reach ${target}`);
};

/** Waits until the page itself has moved the focus there. */
export const waitForFocus = (target: Locator): Promise<void> =>
  target.and(target.page().locator(':focus')).waitFor();

/** Presses `key` on `target` until `done` says so; for lists of choices. */
export const pressUntil = async (
  target: Locator,
  key: string,
  done: () => Promise<boolean>,
): Promise<void> => {
  await tabTo(target);
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await done()) return;
    await pressSeen(target.page(), key);
  }
  throw new Error(`${key} does not lead on from ${target}`);
};
