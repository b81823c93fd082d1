import type { RelationKind } from '@/lib/domain/items/content';

/** What an item does to another one, as it is chosen. */
export const relationNotes: Record<RelationKind, string> = {
  interprets: '解读另一件',
  corrects: '更正另一件',
  clarifies: '澄清另一件',
  repeals: '废止另一件',
};

export const noneFound = (words: string, unheard: boolean) =>
  unheard
    ? '网络断开，没有查。恢复以后再查找。'
    : `没有找到含有“${words}”的已公开信息。换一个词，或者只填两三个字再试。`;
