'use client';

import './editor.css';
import { useMemo, useState } from 'react';

import { NarrowNotice } from '@/components/editor/bar/narrow-notice';
import { ReportBar } from '@/components/editor/bar/report-bar';
import { SectionNav } from '@/components/editor/bar/section-nav';
import { ChecksPanel } from '@/components/editor/checks/checks-panel';
import { CommonDeskProvider } from '@/components/editor/desk/common';
import { Conflicts } from '@/components/editor/desk/conflicts';
import { DeskProvider } from '@/components/editor/desk/context';
import { useCheck } from '@/components/editor/desk/use-check';
import { useSaving } from '@/components/editor/desk/use-saving';
import { useUnsettled } from '@/components/editor/desk/use-unsettled';
import { TableSection } from '@/components/editor/grid/table-section';
import { MovedNumbers } from '@/components/editor/moved-numbers';
import { NarrativeSection } from '@/components/editor/prose/narrative-section';
import { Remarks } from '@/components/editor/remarks';
import { ReportNote } from '@/components/editor/submit/public-fields';
import { SubmitSection } from '@/components/editor/submit/submit-section';
import type { EditorProps } from '@/components/editor/types';
import { Restatements } from '@/components/office/restatements';
import { Notice } from '@/components/ui/notice';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById } from '@/lib/domain/report/formats';
import { deskOf } from '@/lib/editor/desk';
import { reportSaving } from '@/lib/editor/report-saving';
import { tablesOnComputers } from '@/lib/text/editor';
import { restatedTitle } from '@/lib/text/restatements';

/** The desk of one report. */
export function Editor(props: EditorProps) {
  const { document, person, previous, organisation, others, restated, remarks, registers, nodeLabels, today } = props;
  const [format] = useState(() => formatById(props.formatId) ?? props.ownFormat ?? missing(props.formatId));
  const [draft] = useState(() => ({
    desk: deskOf(format, { version: document.version, state: props.state }, props.authors, registers),
    saved: reportSaving(document.id),
  }));
  const { desk } = draft;
  const { year } = document;
  const context = useMemo(
    () => ({ organisation, year, format, previous, others, restated, registers }),
    [organisation, year, format, previous, others, restated, registers],
  );
  const check = useCheck(desk, context);
  const saver = useSaving(draft, person.id, document.id);
  const value = useMemo(
    () => ({ desk, saver, format, previous, year, nodeLabels, check, remarks, today }),
    [desk, saver, format, previous, year, nodeLabels, check, remarks, today],
  );
  return (
    <CommonDeskProvider value={value}>
      <DeskProvider value={value}>
        <ReportBar {...props} />
        <div className="ed">
          <SectionNav />
          <main className="ed-document" id="main">
            <Sections {...props} format={format} />
          </main>
          <ChecksPanel />
        </div>
      </DeskProvider>
    </CommonDeskProvider>
  );
}

function Sections(props: EditorProps & { format: ReportFormat }) {
  const { document, format, returned, remarks, isCorrection, actions } = props;
  const { blocks, warnings } = useUnsettled();
  const firstTable = format.sections.find(({ kind }) => kind === 'table');
  return (
    <>
      <NarrowNotice blocks={blocks.length} warnings={warnings.length} lines={[props.due.words, tablesOnComputers]} />
      <div id="conflicts">
        <Conflicts />
      </div>
      <MovedNumbers moved={props.moved} />
      {props.restated.length > 0 && (
        <section aria-label="以前年度的更正">
          <Notice kind="check" title={restatedTitle(props.restated)}>
            <Restatements restated={props.restated} />
          </Notice>
        </section>
      )}
      <Remarks document={document.id} returned={returned} remarks={remarks} answer={actions.answer} />
      {isCorrection && <ReportNote />}
      <NarrativeSection id="preamble" heading="导言" />
      {format.sections.map((section) =>
        section.kind === 'narrative' ? (
          <NarrativeSection key={section.id} id={section.id} heading={section.heading} />
        ) : (
          <TableSection key={section.id} section={section} zeros={section === firstTable} />
        ),
      )}
      <SubmitSection {...props} />
    </>
  );
}

function missing(format: string): never {
  throw new Error(`the page was sent without format ${format}`);
}
