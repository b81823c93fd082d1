import type { NodeChoice } from '@/components/items/editor/types';
import { nodeGroupNames } from '@/lib/text/catalogue';

/** The places of the catalogue, grouped as it is. */
export function nodeOptions(nodes: readonly NodeChoice[], withNone: boolean) {
  const kinds = ['article_20', 'article_21', 'own'] as const;
  const groups = kinds.map((kind) => ({
    label: nodeGroupNames[kind],
    options: nodes.filter((node) => node.kind === kind).map(({ id, label }) => ({ value: id, label })),
  }));
  return [...(withNone ? [{ value: '', label: '请选择' }] : []), ...groups.filter(({ options }) => options.length > 0)];
}
