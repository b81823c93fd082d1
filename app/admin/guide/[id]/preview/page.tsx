import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { GuideDocument } from '@/components/guide/guide-document';
import { StatusTag } from '@/components/report/status-tag';
import { guideDesk } from '@/lib/server/guide/guides';
import { requireActor } from '@/lib/server/people/session';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '预览' };

/** The public page over what is drafted or lies with the leaders: the same parts, before anything is public. */
export default async function GuidePreviewPage({ params }: Props) {
  const desk = await guideDesk((await params).id, await requireActor());
  if (!desk) notFound();
  const { document, frozen } = desk;
  const isPublic = document.status === 'published';
  return (
    <main id="main" className="preview">
      <div className="preview-bar">
        <p>
          <b>{isPublic ? '内容与已公开的网页相同' : '预览：尚未公开'}</b>　
          {frozen ? `第${frozen.number}稿` : '起草中的内容'}
          　<StatusTag status={document.status} />
        </p>
        <p>
          <a href={`/admin/guide/${document.id}`}>回到指南</a>
        </p>
      </div>
      <div className="wrap">
        <article className="max-w-[45rem] text-body">
          <h1 className="page-title">{document.title}</h1>
          <GuideDocument guide={frozen?.guide ?? desk.guide} />
        </article>
      </div>
    </main>
  );
}
