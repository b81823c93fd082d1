import type { ComponentProps } from 'react';
import { Frame } from '@/components/public/frame';
import { PublishedItem } from '@/components/public/published-item';
import { isStandardColumn } from '@/lib/domain/catalogue/standard-columns';
import { columnNames } from '@/lib/text/page-labels';
import { editionName } from '@/lib/text/public';

type ItemPageProps = ComponentProps<typeof PublishedItem> & {
  /** Where the page stands at the permanent address of an edition. */
  number?: number;
};

/** The whole page of a published item, as it is drawn for readers and before it is published. */
export const ItemPage = ({ number, ...published }: ItemPageProps) => {
  const { organisation, size, found, content } = published;
  const { node } = content.item;
  return (
    <Frame
      organisation={organisation}
      size={size}
      path={itemPath(found.item, number)}
      column={isStandardColumn(node.code) ? node.code : null}
      crumbs={itemCrumbs({ item: found.item, node }, number)}
    >
      <PublishedItem {...published} />
    </Frame>
  );
};

export const itemPath = (item: number, number?: number) => ['items', item, ...(number === undefined ? [] : [number])];

type Found = { item: number; node?: { code: string; label: string } };

export function itemCrumbs(found: Found | null, number?: number) {
  const here =
    number === undefined
      ? [{ label: '正文' }]
      : [{ label: '正文', path: ['items', found?.item ?? 0] }, { label: editionName(number) }];
  return [
    { label: columnNames.catalogue, path: ['catalogue'] },
    ...(found?.node ? [{ label: found.node.label, path: ['catalogue', found.node.code] }] : []),
    ...(found ? here : []),
  ];
}
