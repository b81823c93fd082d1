import { aSnapshot } from '@/lib/documents/a-snapshot';
import { proofOf } from '@/lib/documents/proof';
import { type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';

const aims: [extension: ReportExtension, aim: number][] = [
  ['pdf', 150],
  ['docx', 100],
  ['xlsx', 100],
];

/** Making each form of the real report, never twice of the same content, and all that precedes a publication. */
export function documentLines() {
  const snapshot = aSnapshot(report.parse(deting2020));
  let number = 0;
  const another = () => {
    number += 1;
    const preamble = [{ id: 'b1', kind: 'paragraph' as const, text: `第${number}次生成。` }];
    return { ...snapshot, report: { ...snapshot.report, preamble } };
  };
  return [
    ...aims.map(([extension, aim]) => ({
      ...{ what: `the report as ${extension.toUpperCase()}`, aim, runs: 30 },
      work: () => reportFormats[extension].write(another()),
    })),
    { what: 'every form made and read back', aim: 1000, runs: 15, work: () => proofOf(another(), {}) },
  ];
}
