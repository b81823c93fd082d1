import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { WholeItem } from '@/components/items/item-review-body';
import { PageHead, Panel } from '@/components/office/panel';
import { itemReviewOf } from '@/lib/server/item-review';
import { requireActor } from '@/lib/server/session';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '全文' };

/** The whole of what lies with the leaders or is public, to be read. */
export default async function ItemPreviewPage({ params }: Props) {
  const review = await itemReviewOf((await params).id, await requireActor());
  if (!review) notFound();
  const { document, revision, item } = review;
  return (
    <main id="main" className="office-main">
      <PageHead
        title={document.title}
        above={<a href={`/admin/items/${document.id}`}>返回</a>}
        note={`第${revision.number}稿`}
      />
      <Panel id="whole" title="全文">
        <div className="p-4">
          <WholeItem id={document.id} item={item} remarks={false} />
        </div>
      </Panel>
    </main>
  );
}
