'use client';

import { useCommonDesk, useCommonState, useHoldCount } from '@/components/editor/desk/common';
import { conflictWords, savingWords } from '@/lib/text/editor';
import { sentence } from '@/lib/text/issues';

/** Always in sight: saved, saving, offline, somebody else's value in the way. */
export function SaveLine() {
  const { saver } = useCommonDesk();
  const saving = useCommonState((state) => state.saving);
  const kept = useCommonState((state) => state.kept);
  const holds = useHoldCount();
  const calm = saving.kind === 'saved' || saving.kind === 'saving' || saving.kind === 'unsaved';
  const issues = 'issues' in saving ? saving.issues.map((issue) => sentence(issue)).join('') : '';
  return (
    <span className={`ed-save${calm && holds === 0 ? '' : ' bad'}`}>
      <span role="status">
        {holds > 0 && calm ? conflictWords(holds) : savingWords(saving.kind, 'at' in saving ? saving.at : null, kept)}
        {issues && `。${issues}`}
      </span>
      {holds > 0 && <a href="#conflicts">去选择</a>}
      {saving.kind === 'signed_out' && (
        <a href="/admin/sign-in" target="_blank" rel="noreferrer">
          在新窗口登录
        </a>
      )}
      {saving.kind === 'closed' && (
        <button type="button" className="link-button" onClick={() => window.location.reload()}>
          刷新
        </button>
      )}
      {saving.kind === 'offline' && saver && (
        <button type="button" className="link-button" onClick={() => void saver.flush()}>
          再试一次
        </button>
      )}
    </span>
  );
}
