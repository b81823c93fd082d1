'use client';

import { SaveLine } from '@/components/editor/bar/save-line';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { submitWords } from '@/lib/text/editor';

type DocumentBarProps = {
  id: string;
  heading: string;
  tag: { words: string; warn: boolean };
  draft: string;
  due: { words: string; late: boolean };
};

/** What this is, how it stands, and where to go from here; stays in sight. */
export function DocumentBar({ id, heading, tag, draft, due }: DocumentBarProps) {
  const { saver } = useDesk();
  const { blocks } = useUnsettled();
  const doubts = useDeskState((state) => Object.keys(state.doubtful).length);
  const address = `/admin/reports/${id}`;
  return (
    <section className="ed-bar" aria-label="报告状态和操作">
      <h1>{heading}</h1>
      <Tag kind={tag.warn ? 'check' : 'quiet'}>{tag.words}</Tag>
      <span className="ed-facts">
        <span>{draft}</span>
        <SaveLine />
        <a href={`${address}/history`}>修改记录</a>
      </span>
      <span className={`ed-due${due.late ? ' late' : ''}`}>{due.words}</span>
      <ButtonLink small href={`${address}/preview`} target="_blank" onClick={() => void saver?.flush()}>
        预览
      </ButtonLink>
      <ButtonLink small primary href="#submit">
        {submitWords(blocks.length + doubts)}
      </ButtonLink>
    </section>
  );
}
