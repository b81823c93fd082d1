import { mergeList } from '@/lib/domain/merge-list';
import type { Block } from '@/lib/domain/report/content';

/** The merged paragraphs, and the ids of those that two people changed differently; these stay as they are now. */
type MergedBlocks = { blocks: Block[]; conflicting: ReadonlySet<string> };

/** Three-way merge of the paragraphs of a section, or of a part of it, by their ids. */
export function mergeBlocks(base: readonly Block[], wanted: readonly Block[], current: readonly Block[]): MergedBlocks {
  const { items, conflicting } = mergeList(base, wanted, current, { keyOf: ({ id }) => id, same });
  return { blocks: items, conflicting };
}

const same = (one: Block, other: Block) => one.text === other.text && one.kind === other.kind;
