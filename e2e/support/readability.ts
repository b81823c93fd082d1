import type { Page } from '@playwright/test';

// What a person with a magnifier, wide spacing or a palette of their own would stumble over; each answers the faults it finds.
// Each is one piece, however long, because it is handed to the browser as it stands.

/**
 * What leaves the screen to the right, is cut off, or lies over other text. What scrolls in a region of its own may be
 * wider, if the keyboard can reach the region.
 */
export const faultsOfFit = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const width = root.clientWidth;
    const said = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 30)}`;
    const isHiddenByIntent = (element: Element) =>
      element.closest('.sr-only, .skip-link, [aria-hidden="true"]') !== null;
    /** The nearest around an element that is so; asked once for each. */
    const nearest = (isSo: (element: Element) => boolean) => {
      const known = new Map<Element, Element | null>();
      const find = (element: Element | null): Element | null => {
        if (!element || element === document.body) return null;
        const told = known.get(element);
        if (told !== undefined) return told;
        const found = isSo(element) ? element : find(element.parentElement);
        known.set(element, found);
        return found;
      };
      return find;
    };
    const scrolls = nearest(
      (element) => /auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth,
    );
    // Layers may lie over a page that scrolls below them; they are looked at by themselves.
    const layerOf = nearest((element) => /fixed|sticky|absolute/.test(getComputedStyle(element).position));
    const canBeReached = (region: Element) =>
      region.matches('[tabindex="0"], textarea, input') ||
      region.querySelector('a[href], button, input, select') !== null;
    const faults = new Set<string>();
    if (root.scrollWidth > width) faults.add(`the page is ${root.scrollWidth} wide on a screen of ${width}`);

    const lines: { rect: DOMRect; text: Text }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!node.textContent?.trim() || !parent || isHiddenByIntent(parent) || parent.closest('script, style, option'))
        continue;
      if (!parent.checkVisibility({ checkVisibilityCSS: true, checkOpacity: true })) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const broken = /^\s*[\d.,]+\s*$/.test(node.textContent) && range.getClientRects().length > 1;
      if (broken) faults.add(`a figure broken in two: ${said(parent)}`);
      for (const rect of range.getClientRects()) {
        if (rect.width < 2 || rect.height < 2) continue;
        const region = scrolls(parent);
        if (region && !canBeReached(region)) faults.add(`scrolls, but not by keyboard: ${said(region)}`);
        if (!region && (rect.right > width + 1 || rect.left < -1)) faults.add(`beyond the edge: ${said(parent)}`);
        lines.push({ rect, text: node as Text }); // a walker over texts
      }
    }

    for (const element of document.body.querySelectorAll('*')) {
      const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
      const cuts = (way: string) => way === 'hidden' || way === 'clip';
      if (isHiddenByIntent(element) || !element.checkVisibility() || element.closest('svg')) continue;
      const wide = cuts(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const high = cuts(overflowY) && element.scrollHeight > element.clientHeight + 1;
      if (element.textContent?.trim() && (wide || high || textOverflow === 'ellipsis'))
        faults.add(`cut off: ${said(element)}`);
      if (element instanceof HTMLSelectElement || element.matches('button, .button')) {
        if (element.scrollWidth > element.clientWidth + 1)
          faults.add(`a control too small for its words: ${said(element)}`);
      }
    }

    lines.sort((one, other) => one.rect.top - other.rect.top);
    lines.forEach(({ rect, text }, index) => {
      for (const other of lines.slice(index + 1)) {
        if (other.rect.top >= rect.bottom) break;
        if (other.text === text) continue;
        const across = Math.min(rect.right, other.rect.right) - Math.max(rect.left, other.rect.left);
        const down = Math.min(rect.bottom, other.rect.bottom) - other.rect.top;
        if (across < 3 || down < 0.45 * Math.min(rect.height, other.rect.height)) continue;
        if (
          layerOf(text.parentElement) !== layerOf(other.text.parentElement) ||
          scrolls(text.parentElement) !== scrolls(other.text.parentElement)
        )
          continue;
        faults.add(`“${text.data.trim().slice(0, 15)}” lies over “${other.text.data.trim().slice(0, 15)}”`);
      }
    });

    for (const element of document.body.querySelectorAll('*')) {
      const { position } = getComputedStyle(element);
      if (position !== 'fixed' && position !== 'sticky') continue;
      const { top, bottom, width: own } = element.getBoundingClientRect();
      const seen = Math.min(bottom, innerHeight) - Math.max(top, 0);
      const floats = position === 'fixed' || seen > 0;
      if (floats && own > width / 2 && element.clientHeight > innerHeight / 2)
        faults.add(`covers half the screen: ${said(element)}`);
    }
    return [...faults];
  });

/** Spacing of text as WCAG 1.4.12 lets every reader set it. */
export const spaceOut = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }' +
        'p { margin-bottom: 2em !important }',
    );
    document.adoptedStyleSheets = [sheet];
  });

export const spaceAsBefore = (page: Page) =>
  page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });

/** Controls and marks that a palette of the reader's own leaves without an edge, a line or a word. */
export const faultsOfForcedColours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((each) => each.checkVisibility());
    const said = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${element.textContent?.trim().slice(0, 20)}`;
    const isInvisible = (colour: string, behind: string) => colour === behind || /^rgba\(.*, 0\)$/.test(colour);
    const ground = getComputedStyle(document.body).backgroundColor;
    const edged = (element: Element, sides: readonly string[]) => {
      const style = getComputedStyle(element);
      return sides.every((side) => {
        const of = (part: string) => style.getPropertyValue(`border-${side}-${part}`);
        return Number.parseFloat(of('width')) > 0 && of('style') !== 'none' && !isInvisible(of('color'), ground);
      });
    };
    const all = ['top', 'right', 'bottom', 'left'];
    const boxes =
      '.button, .control, input:not([type=hidden], [type=radio], [type=checkbox], [type=file]), select, textarea, .tag, .dialog';
    const bare = (selector: string, sides: readonly string[]) =>
      shown(selector)
        .filter((element) => !element.closest('td, .head-search') && !edged(element, sides))
        .map((element) => `no edge: ${said(element)}`);
    const underlined = shown('main p a[href], main li a[href]:not(.button)')
      .filter(
        (link) =>
          !getComputedStyle(link).textDecorationLine.includes('underline') &&
          getComputedStyle(link).color === getComputedStyle(document.body).color,
      )
      .map((link) => `a link like any text: ${said(link)}`);
    const current = shown('.columns [aria-current], .office-link[aria-current]');
    return [
      ...bare(boxes, all),
      ...bare('.notice', ['left']),
      ...bare('.statutory, .statutory td, .statutory th, .item-prose table', all),
      ...current
        .filter((each) => !edged(each, ['bottom']))
        .map((each) => `not told from its neighbours: ${said(each)}`),
      ...underlined,
    ];
  });
