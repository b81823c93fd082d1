import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import tailwind from '@tailwindcss/postcss';
import postcss from 'postcss';
import { beforeAll, expect, test } from 'vitest';

// Chromium 109 is the last for Windows 7, which the offices still have. What it does not know it drops without a word.
const sheets = ['app/globals.css', 'app/admin/office.css', 'components/editor/editor.css'];
const compiled: { sheet: string; root: postcss.Root }[] = [];

beforeAll(async () => {
  for (const sheet of sheets) {
    const from = join(import.meta.dirname, '../..', sheet);
    const { css } = await postcss([tailwind({ optimize: { minify: false } })]).process(readFileSync(from, 'utf8'), {
      from,
    });
    compiled.push({ sheet, root: postcss.parse(css) });
  }
}, 60_000);

test('no colour is written in a way that Chromium 109 does not read', () => {
  const found = compiled.flatMap(({ sheet, root }) => {
    const values: string[] = [];
    root.walkDecls((declaration) => {
      if (!isProbed(declaration) && /\b(oklch|oklab|lab|lch|color-mix|light-dark|color)\(/.test(declaration.value)) {
        values.push(`${sheet}: ${declaration}`);
      }
    });
    return values;
  });
  expect(found).toEqual([]);
});

test('no rule stands inside another one', () => {
  const found = compiled.flatMap(({ sheet, root }) => {
    const selectors: string[] = [];
    root.walkRules((rule) => {
      if (rule.selector.includes('&') || rule.parent?.type === 'rule') selectors.push(`${sheet}: ${rule.selector}`);
    });
    return selectors;
  });
  expect(found).toEqual([]);
});

test('every value that a rule takes from the theme is in it', () => {
  const theme = new Set<string>();
  const taken = new Set<string>();
  for (const { root } of compiled) {
    root.walkDecls(({ prop, value }) => {
      if (prop.startsWith('--')) theme.add(prop);
      for (const [, name = ''] of value.matchAll(/var\((--(?:color|text|font|radius|shadow|container)-[\w-]+)\)/g))
        taken.add(name);
    });
  }
  expect(taken.size).toBeGreaterThan(20);
  expect([...taken].filter((name) => !theme.has(name))).toEqual([]);
});

// What is asked for with @supports first is never reached by a browser that does not have it.
function isProbed(node: postcss.Node): boolean {
  const parent = node.parent;
  if (!parent) return false;
  return (
    (parent.type === 'atrule' && (parent as postcss.AtRule).name === 'supports') || isProbed(parent as postcss.Node)
  );
}
