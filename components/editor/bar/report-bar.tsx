'use client';

import { DocumentBar } from '@/components/editor/bar/document-bar';
import { useDeskState } from '@/components/editor/desk/context';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import type { EditorProps } from '@/components/editor/types';

/** The bar of a report: texts that are no figures must be put right like everything that the rules block. */
export function ReportBar({ document, tag, draft, due }: Pick<EditorProps, 'document' | 'tag' | 'draft' | 'due'>) {
  const { blocks } = useUnsettled();
  const doubts = useDeskState((state) => Object.keys(state.doubtful).length);
  return (
    <DocumentBar
      label="报告状态和操作"
      address={`/admin/reports/${document.id}`}
      heading={document.heading}
      {...{ tag, draft, due }}
      wrong={blocks.length + doubts}
    />
  );
}
