'use client';

import { SaveLine } from '@/components/editor/bar/save-line';
import { useCommonDesk } from '@/components/editor/desk/common';
import { ButtonLink } from '@/components/ui/button';
import { Tag } from '@/components/ui/tag';
import { submitWords } from '@/lib/text/editor';

type DocumentBarProps = {
  /** What the bar is called, for whoever hears the page. */
  label: string;
  /** Where the document stands in the office. */
  address: string;
  heading: string;
  tag: { words: string; warn: boolean };
  draft: string;
  due: { words: string; late: boolean };
  /** How many places must be put right before it can be submitted. */
  wrong: number;
  /** Whether it is looked at whole on a page of its own. */
  preview?: boolean;
};

/** What this is, how it stands, and where to go from here; stays in sight. */
export function DocumentBar({ label, address, heading, tag, draft, due, wrong, preview = true }: DocumentBarProps) {
  const { saver } = useCommonDesk();
  return (
    <section className="ed-bar" aria-label={label}>
      <h1>{heading}</h1>
      <Tag kind={tag.warn ? 'check' : 'quiet'}>{tag.words}</Tag>
      <span className="ed-facts">
        <span>{draft}</span>
        <SaveLine />
        <a href={`${address}/history`}>修改记录</a>
      </span>
      <span className={`ed-due${due.late ? ' late' : ''}`}>{due.words}</span>
      {preview && (
        <ButtonLink small href={`${address}/preview`} target="_blank" onClick={() => void saver?.flush()}>
          预览
        </ButtonLink>
      )}
      <ButtonLink small primary href="#submit">
        {submitWords(wrong)}
      </ButtonLink>
    </section>
  );
}
