'use client';

import { useRef, useState } from 'react';
import { useDraft, useItemDesk, useItemWrite } from '@/components/items/editor/context';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { Attachment } from '@/lib/domain/items/content';
import { sendFile } from '@/lib/editor/upload';
import { itemPlaceId } from '@/lib/text/item-changes';
import { sizeWords } from '@/lib/text/item-review';
import { storedWords, uploadingWords } from '@/lib/text/upload';

const types = '.pdf,.docx,.xlsx,.png,.jpg,.jpeg';

/** Files that hang on the item; each is read on arrival, and one with personal data is replaced by a masked one. */
export function Attachments() {
  const attachments = useDraft((draft) => draft.attachments);
  const { underWay, refused, bring } = useUploads();
  const input = useRef<HTMLInputElement>(null);
  return (
    <section id={itemPlaceId('attachments')} aria-labelledby="attachments-heading" className="item-fields">
      <h2 id="attachments-heading">附件</h2>
      <p className="text-ink-2 text-note">
        PDF、DOCX、XLSX、PNG、JPEG，每个不超过20MB。按内容识别，不看后缀；上传后系统会查里面的个人信息。
      </p>
      {attachments.length > 0 && (
        <ol className="desk-files">
          {attachments.map((file) => (
            <AttachedFile key={file.sha256} file={file} onReplace={(instead) => void bring([instead], file.sha256)} />
          ))}
        </ol>
      )}
      <input
        ref={input}
        type="file"
        accept={types}
        multiple
        hidden
        aria-label="选择附件"
        onChange={(event) => {
          void bring([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <p>
        <Button onClick={() => input.current?.click()}>上传附件</Button>
      </p>
      <div role="status">
        {underWay && (
          <p>
            {uploadingWords(underWay.name, underWay.part)}
            <progress className="item-progress" value={underWay.part} aria-label={`上传“${underWay.name}”的进度`} />
          </p>
        )}
      </div>
      {refused.length > 0 && (
        <Notice kind="stop" live title="没有上传">
          {refused.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
    </section>
  );
}

function AttachedFile({ file, onReplace }: { file: Attachment; onReplace: (instead: File) => void }) {
  const { id } = useItemDesk();
  const write = useItemWrite();
  const masked = useRef<HTMLInputElement>(null);
  const { sha256, name, type, size } = file;
  const remove = () =>
    write(({ draft: { attachments: from } }) => [
      { kind: 'attachments', from, to: from.filter((other) => other.sha256 !== sha256) },
    ]);
  return (
    <li id={itemPlaceId(`attachments#${sha256}`)}>
      <span className="min-w-0">
        <a href={`/api/items/${id}/files/${sha256}`} target="_blank" rel="noreferrer">
          {name}
        </a>
        <span className="block text-ink-2 text-note">
          {type.toUpperCase()}　{sizeWords(size)}　校验码<span className="hash">{sha256.slice(0, 12)}…</span>
        </span>
      </span>
      <input
        ref={masked}
        type="file"
        accept={types}
        hidden
        aria-label={`选择代替“${name}”的文件`}
        onChange={(event) => {
          const [instead] = event.target.files ?? [];
          if (instead) onReplace(instead);
          event.target.value = '';
        }}
      />
      <span className="flex flex-wrap gap-3">
        <Button small onClick={() => masked.current?.click()} aria-label={`用遮盖后的文件替换“${name}”`}>
          替换
        </Button>
        <Button small onClick={remove} aria-label={`删去“${name}”`}>
          删去
        </Button>
      </span>
    </li>
  );
}

type UnderWay = { name: string; part: number };

// One after the other: a township's line is thin, and each file is told of by itself.
function useUploads() {
  const { id, saver } = useItemDesk();
  const [underWay, setUnderWay] = useState<UnderWay | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);

  async function bring(files: readonly File[], instead?: string) {
    setRefused([]);
    for (const file of files) {
      const show = (part: number) => setUnderWay({ name: file.name, part });
      show(0);
      const purpose = instead === undefined ? { purpose: 'attachment' as const } : { replaces: instead };
      const answer = await sendFile(`/api/items/${id}/files`, file, purpose, { onProgress: show });
      if (answer.kind !== 'stored') setRefused((before) => [...before, storedWords(file.name, answer)]);
    }
    setUnderWay(null);
    // The server has put them into the draft; what it holds now is heard like somebody else's save.
    await saver?.flush();
    await saver?.poll();
  }
  return { underWay, refused, bring };
}
