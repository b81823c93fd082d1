import { aSnapshot } from '@/lib/documents/a-snapshot';
import { proofOf } from '@/lib/documents/proof';
import { reread } from '@/lib/documents/reading/compare';
import { type ReportExtension, reportFormats } from '@/lib/documents/report-formats';
import type { Snapshot } from '@/lib/documents/snapshot';
import { organisationSettings } from '@/lib/domain/organisation';
import { report } from '@/lib/domain/report/content';
import deting2020 from '@/lib/domain/report/fixtures/deting-2020.json';
import { titleOf } from '@/lib/domain/report/report-of';
import { drawnPage } from '@/lib/pages/drawn-page';

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
    { what: 'the page drawn and read back in both sizes', aim: 150, runs: 15, work: () => pagesOf(another()) },
  ];
}

async function pagesOf(snapshot: Snapshot) {
  const { report: signed, format, facts } = snapshot;
  const publishedAt = new Date(`${facts.publishedOn}T01:00:00Z`);
  const edition = { ...facts, act: 'publish' as const, title: titleOf(signed.organisation, signed.year), publishedAt };
  const { name, shortName = name } = signed.organisation;
  const organisation = {
    ...{ id: '', slug: 'deting', name, shortName, officeName: name, columns: [], hasGuide: false, siteAddress: null },
    settings: organisationSettings.parse({}),
  };
  for (const size of ['standard', 'large'] as const) {
    const found = { year: signed.year, edition, editions: [edition] };
    const content = { report: signed, format, before: null };
    const page = drawnPage({ kind: 'report', organisation, size, found, content, files: [] });
    const misprints = await reread('html', Buffer.from(page), snapshot);
    if (misprints.length > 0) throw new Error(`the page says otherwise at ${misprints[0]?.place}`);
  }
}
