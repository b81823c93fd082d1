'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useCommonDesk, useCommonState } from '@/components/editor/desk/common';

/**
 * For a form that moves a document: what is not yet at the server goes there first; then the same press goes on. `version`
 * is the newest that this page knows; `unsaved` tells that something did not arrive.
 */
export function useSaveFirst() {
  const { saver, desk } = useCommonDesk();
  const version = useCommonState((state) => state.replica.version);
  const flushed = useRef(false);
  const [unsaved, setUnsaved] = useState(false);

  function saveFirst(event: FormEvent<HTMLDivElement>) {
    const form = event.target;
    if (flushed.current || !saver || !(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    event.stopPropagation();
    void saver.flush().then((saved) => {
      setUnsaved(!saved);
      if (!saved) return;
      flushed.current = true;
      requestAnimationFrame(() => {
        form.requestSubmit();
        flushed.current = false;
      });
    });
  }

  return { saveFirst, unsaved, version: Math.max(version, desk.get().replica.version) };
}
