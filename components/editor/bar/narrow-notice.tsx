'use client';

import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { checkWords } from '@/lib/text/editor';

/** On a phone the checks stand below the document, so they are told of at its head. */
export function NarrowNotice({ due }: { due: string }) {
  const { blocks, warnings } = useUnsettled();
  return (
    <div className="notice plain ed-narrow">
      <p>
        {checkWords(blocks.length, warnings.length)}　<a href="#checks">查看</a>
      </p>
      <p>{due}</p>
      <p>表格请在电脑上填写；手机上可以看、改文字、答复意见。</p>
    </div>
  );
}
