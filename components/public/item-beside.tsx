import type { Attachment, RelationKind } from '@/lib/domain/items/content';
import { publicAddress, type Size } from '@/lib/domain/public-address';
import { photoWords, postingWords } from '@/lib/text/board';
import { inGroups } from '@/lib/text/public';
import { relationHeadings, typeAndSize } from '@/lib/text/public-items';

/** What hangs on an item, with what anybody needs to check a copy. */
export function ItemFiles({ files, href }: { files: readonly Attachment[]; href: (file: Attachment) => string }) {
  if (files.length === 0) return null;
  return (
    <section className="item-files" aria-labelledby="files">
      <h2 id="files">附件</h2>
      <ol>
        {files.map((file) => (
          <li key={file.sha256} id={`item-attachments-${file.sha256}`}>
            <a href={href(file)}>{file.name}</a>（{typeAndSize(file)}）
            <details className="check-hash">
              <summary>校验码（SHA-256）</summary>
              <p className="hash">{inGroups(file.sha256)}</p>
            </details>
          </li>
        ))}
      </ol>
    </section>
  );
}

export type Download = { name: string; use: string; href: string };

/** The item itself as files. */
export function ItemDownloads({ downloads }: { downloads: readonly Download[] }) {
  return (
    <section className="item-downloads" aria-labelledby="downloads">
      <h2 id="downloads">下载</h2>
      <ul>
        {downloads.map(({ name, use, href }) => (
          <li key={name}>
            <a href={href}>{name}</a>
            {use && `（${use}）`}
          </li>
        ))}
      </ul>
    </section>
  );
}

export type Related = { kind: RelationKind; side: 'from' | 'to'; path: string; title: string };

/** Other items that this one says something of, and the other way round. */
export function ItemRelations({ slug, size, related }: { slug: string; size: Size; related: readonly Related[] }) {
  if (related.length === 0) return null;
  return (
    <section className="item-related" aria-labelledby="related">
      <h2 id="related">相关信息</h2>
      <dl>
        {related.map(({ kind, side, path, title }) => (
          <div key={`${kind} ${side} ${path}`}>
            <dt>{relationHeadings[side][kind]}</dt>
            <dd>
              <a href={publicAddress(size, slug, path)}>{title}</a>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

type Posting = { id: string; place: string; postedOn: string; takenDownOn: string | null; photograph: string | null };

/** Where it hung on a wall (Article 25). */
export function ItemPostings({ postings, href }: { postings: readonly Posting[]; href: (sha256: string) => string }) {
  if (postings.length === 0) return null;
  return (
    <section className="item-postings" aria-labelledby="postings">
      <h2 id="postings">公告栏张贴情况</h2>
      <ul>
        {postings.map(({ id, photograph, ...posting }) => (
          <li key={id}>
            {postingWords(posting)}
            {photograph && (
              <a href={href(photograph)} className="posting-photograph">
                {/* biome-ignore lint/performance/noImgElement: stored pictures have one size and come from our own address */}
                <img src={href(photograph)} alt={photoWords(posting)} loading="lazy" />
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
