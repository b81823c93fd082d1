import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ItemPreview } from '@/components/items/item-preview';
import { StatusTag } from '@/components/report/status-tag';
import { publicAddress } from '@/lib/domain/public-address';
import { type ItemDesk, itemDesk } from '@/lib/server/items/items';
import { requireActor } from '@/lib/server/people/session';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '预览' };

/** The public page over what is drafted or lies with the leaders: the same parts, before anything is public. */
export default async function ItemPreviewPage({ params }: Props) {
  const actor = await requireActor();
  const desk = await itemDesk((await params).id, actor);
  if (!desk) notFound();
  const { document, item, frozen } = desk;
  return (
    <main id="main" className="preview">
      <Bar desk={desk} slug={actor.organisation.slug} />
      <div className="wrap">
        <ItemPreview
          item={frozen?.item ?? item}
          indexNumber={document.indexNumber}
          firstPublishedOn={document.firstPublishedOn}
          addressOf={(sha256) => `/api/items/${document.id}/files/${sha256}`}
        />
      </div>
    </main>
  );
}

function Bar({ desk: { document, frozen }, slug }: { desk: ItemDesk; slug: string }) {
  const isPublic = document.status === 'published';
  return (
    <div className="preview-bar">
      <p>
        <b>{isPublic ? '内容与已公开的网页相同' : '预览：尚未公开'}</b>　
        {frozen ? `第${frozen.number}稿` : '起草中的内容，没有填的标明“未填”'}　<StatusTag status={document.status} />
      </p>
      <p className="flex flex-wrap gap-x-4">
        {isPublic && <a href={publicAddress('standard', slug, ...document.path.split('/'))}>看公开的网页</a>}
        <a href={`/admin/items/${document.id}`}>回到信息</a>
      </p>
    </div>
  );
}
