'use client';

import { useCallback, useMemo } from 'react';
import type { Doubt } from '@/components/editor/prose/doubts';
import { BodyEditor } from '@/components/items/body/body-editor';
import { useDraft, useItemDesk, useItemState, useItemWrite } from '@/components/items/editor/context';
import type { RemarkOnItem } from '@/components/items/editor/types';
import { useUnsettledItem } from '@/components/items/editor/use-unsettled-item';
import { ItemBody } from '@/components/items/item-body';
import type { ItemBody as Body } from '@/lib/domain/items/body';
import { itemOpIssues } from '@/lib/domain/items/merge';
import { sendFile } from '@/lib/editor/upload';
import { sentence } from '@/lib/text/issues';
import { itemPlaceId } from '@/lib/text/item-changes';
import { storedWords } from '@/lib/text/upload';

/** The text of the item, with what the checks doubt and what leaders remarked. */
export function BodySection({ remarks }: { remarks: readonly RemarkOnItem[] }) {
  const { id } = useItemDesk();
  const { open } = useUnsettledItem();
  const body = useDraft((draft) => draft.body);
  const write = useItemWrite();
  const addressOf = useCallback((sha256: string) => `/api/items/${id}/files/${sha256}`, [id]);
  const doubts = useMemo(() => [...findingDoubts(open), ...remarkDoubts(remarks)], [open, remarks]);
  const held = useItemState(({ replica }) => Object.keys(replica.holds).some((name) => name.startsWith('body#')));
  const [issue] = itemOpIssues([{ kind: 'body', from: [], to: body }]);

  async function store(file: File) {
    const answer = await sendFile(`/api/items/${id}/files`, file, { purpose: 'image' });
    return answer.kind === 'stored' ? { sha256: answer.file.sha256 } : { refused: storedWords(file.name, answer) };
  }
  const put = (before: Body, after: Body) => write(() => [{ kind: 'body', from: before, to: after }]);
  const still = (
    <div className="ed-text body-text">
      <ItemBody blocks={body} picture={addressOf} level={3} />
    </div>
  );
  return (
    <section id={itemPlaceId('body')} aria-labelledby="body-heading" className={held ? 'held' : undefined}>
      <h2 id="body-heading">正文</h2>
      {issue && (
        <p role="alert" className="ed-text-error">
          {sentence(issue, '正文')}
        </p>
      )}
      <BodyEditor body={body} doubts={doubts} store={store} addressOf={addressOf} onWrite={put} still={still} />
    </section>
  );
}

const findingDoubts = (open: ReturnType<typeof useUnsettledItem>['open']): Doubt[] =>
  open.flatMap(({ key, severity, places }) =>
    places.flatMap((place) =>
      place.kind === 'text' && place.section === 'body' && place.end > place.start
        ? [{ kind: 'finding' as const, key, severity, block: place.block, start: place.start, end: place.end }]
        : [],
    ),
  );

const remarkDoubts = (remarks: readonly RemarkOnItem[]): Doubt[] =>
  remarks.flatMap(({ place, words }) => {
    const [, block] = /^body#(.+)$/.exec(place) ?? [];
    return block ? [{ kind: 'remark' as const, block, title: words }] : [];
  });
