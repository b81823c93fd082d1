'use client';

import { useState } from 'react';

type CopyTextProps = { text: string };

/** Puts a text on the clipboard; also where the office is reached by plain HTTP, which browsers keep from the newer way. */
export function CopyText({ text }: CopyTextProps) {
  const [said, setSaid] = useState('');
  const copy = async () => setSaid((await copied(text)) ? '已复制' : '没有复制。请选中文字，按Ctrl+C。');
  return (
    <span className="screen-only">
      <button type="button" className="link-button" onClick={copy}>
        复制
      </button>
      <span role="status" className="ml-2">
        {said}
      </span>
    </span>
  );
}

async function copied(text: string): Promise<boolean> {
  if (window.isSecureContext) {
    const written = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    if (written) return true;
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.className = 'sr-only';
  document.body.append(area);
  area.select();
  try {
    return document.execCommand('copy');
  } finally {
    area.remove();
  }
}
