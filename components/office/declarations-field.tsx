'use client';

import { TypedChoices } from '@/components/office/typed-fields';
import type { Declaration } from '@/lib/domain/workflow/secrecy';
import { declarationWords } from '@/lib/text/secrecy';

/** What a person declares of secrecy before a document goes on: each of it, or it does not. */
export function DeclarationsField({ asked }: { asked: readonly Declaration[] }) {
  if (asked.length === 0) return null;
  return (
    <TypedChoices
      name="declarations"
      legend="保密审查声明"
      hint="先审查、后公开。逐项确认后才能办理。"
      initial={[]}
      options={asked.map((declaration) => ({ value: declaration, label: declarationWords[declaration] }))}
    />
  );
}
