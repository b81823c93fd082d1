import type { Metadata } from 'next';
import { EndPosting, PhotographPosting, RecordPosting, RevokePosting } from '@/app/admin/board/board-forms';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { ButtonLink } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { pictureName, publicAddress } from '@/lib/domain/public-address';
import { today } from '@/lib/server/clock';
import { boardItem, type Posting } from '@/lib/server/items/board';
import { requireActor } from '@/lib/server/people/session';
import { photoWords, postingWords } from '@/lib/text/board';
import { momentInList } from '@/lib/text/days';
import { denialSentence, sentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '张贴' };

type Route = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PostingPage({ params, searchParams }: Route) {
  const actor = await requireActor();
  const reason = denial(actor, 'view');
  if (reason) return <NoEntry title="张贴" reason={denialSentence(reason)} />;
  const item = await boardItem((await params).id, actor);
  if (!item) return <NoEntry title="张贴" reason={sentence({ code: 'not_found' })} />;
  const { done } = await searchParams;
  const mayPost = denial(actor, 'create') === null;
  const addressOf = ({ photoSha256 }: Posting) =>
    photoSha256 && publicAddress('standard', actor.organisation.slug, item.path, 'postings', photoSha256, pictureName);
  return (
    <main id="main" className="office-main">
      <PageHead
        title={item.title}
        above={
          <>
            <a href="/admin/items">公开信息</a> › <a href="/admin/board">公告栏</a>
          </>
        }
        note={`索引号${item.indexNumber ?? ''}，${item.publishedOn}公开`}
        aside={
          <span className="flex gap-3">
            {['a4', 'a3'].map((paper) => (
              <ButtonLink key={paper} href={`/api/board/sheets?item=${item.documentId}&paper=${paper}`}>
                印张贴稿（{paper.toUpperCase()}）
              </ButtonLink>
            ))}
          </span>
        }
      />
      <div className="grid max-w-200 gap-5">
        {done === 'posted' && <Notice kind="done" title="已登记" live />}
        {done === 'photographed' && <Notice kind="done" title="照片已登记" live />}
        <Panel id="postings" title="张贴情况">
          {item.postings.length === 0 ? (
            <p className="p-4">还没有登记。</p>
          ) : (
            <ul className="grid gap-4 p-4">
              {item.postings.map((posting) => (
                <PostingLine key={posting.id} posting={posting} mayPost={mayPost} address={addressOf(posting)} />
              ))}
            </ul>
          )}
        </Panel>
        {mayPost && (
          <Panel id="post" title="登记张贴">
            <div className="p-4">
              <RecordPosting key={item.postings.length} documentId={item.documentId} today={today()} />
            </div>
          </Panel>
        )}
      </div>
    </main>
  );
}

type LineProps = { posting: Posting; mayPost: boolean; address: string | null };

function PostingLine({ posting, mayPost, address }: LineProps) {
  const { id, place, takenDownOn, by, recordedAt } = posting;
  return (
    <li className="grid gap-2">
      <p>
        <b>{postingWords(posting)}</b>
        <span className="text-ink-2 text-note">
          　{by}，{momentInList(recordedAt)}登记
        </span>
      </p>
      {address && (
        <a href={address} className="w-fit">
          {/* biome-ignore lint/performance/noImgElement: stored pictures have one size and come from our own address */}
          <img
            src={address}
            alt={photoWords(posting)}
            loading="lazy"
            className="h-40 border border-line object-contain"
          />
        </a>
      )}
      {mayPost && (
        <div className="flex flex-wrap items-end gap-4">
          {!takenDownOn && <EndPosting id={id} place={place} today={today()} />}
          <RevokePosting id={id} place={place} />
        </div>
      )}
      {mayPost && <PhotographPosting id={id} place={place} photographed={address !== null} />}
    </li>
  );
}
