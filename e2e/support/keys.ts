import type { Locator, Page } from '@playwright/test';
import { expect } from '@/e2e/support/story';

export type Stop = { name: string; faults: string[] };

/** Presses Tab until that element has the focus, as somebody without a mouse would; fails where it never comes. */
export async function tabTo(page: Page, target: Locator, most = 150) {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target, `not reached by ${most} times Tab`).toBeFocused({ timeout: 1_000 });
}

const hasFocus = async (target: Locator) =>
  (await target.count()) > 0 && (await target.first().evaluate((element) => element === document.activeElement));

/** Everything that the keyboard comes to on a page from its beginning to its end, each with what is wrong with its focus. */
export async function walk(page: Page, most = 250): Promise<Stop[]> {
  await page.evaluate(() => {
    window.getSelection()?.removeAllRanges();
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  const stops: Stop[] = [];
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(focusNow);
    if (stop === null) return stops;
    stops.push(stop);
  }
  throw new Error(`the keyboard does not come to the end of the page in ${most} steps: a trap?`);
}

/**
 * What holds the focus, whether it is seen, and how well its ring stands out; null at the end of the page, which is where the
 * browser begins again.
 */
function focusNow(): Stop | null {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset.visited) return null;
  element.dataset.visited = 'yes';
  const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = numbers(colour).map((part) =>
      part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (of: Element | null): string => {
    for (let each = of; each; each = each.parentElement) {
      const { backgroundColor } = getComputedStyle(each);
      if ((numbers(backgroundColor)[3] ?? 1) > 0) return backgroundColor;
    }
    return 'rgb(255, 255, 255)';
  };
  const style = getComputedStyle(element);
  const [one, other] = [luminance(style.outlineColor), luminance(behind(element.parentElement))].sort((a, b) => b - a);
  const contrast = ((one ?? 0) + 0.05) / ((other ?? 0) + 0.05);
  const { top, bottom, left, right } = element.getClientRects()[0] ?? element.getBoundingClientRect();
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  ];
  const at = document.elementFromPoint(x, y);
  const faults = [
    (style.outlineStyle === 'none' || Number.parseFloat(style.outlineWidth) < 2) && 'its focus is not seen',
    contrast < 3 && `its ring has a contrast of ${contrast.toFixed(1)}`,
    (bottom <= 0 || top >= innerHeight || right <= 0 || left >= innerWidth) && 'it is off the screen',
    !(at && (element.contains(at) || at.contains(element))) && 'something lies over it',
  ];
  const name = `${element.tagName.toLowerCase()} ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}`;
  return { name, faults: faults.filter((fault) => fault !== false) };
}

/** All that can be pressed, filled in or scrolled on a page, in the order of its text. */
export const pressable = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const selector = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]';
    const shown = [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => element.checkVisibility());
    return shown.filter((element) => element.tabIndex >= 0 && !element.matches(':disabled')).length;
  });
