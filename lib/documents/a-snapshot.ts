import type { PublicationFacts, Snapshot } from '@/lib/documents/snapshot';
import { canonicalJson } from '@/lib/domain/canonical';
import { sha256 } from '@/lib/domain/hash';
import { aReport } from '@/lib/domain/report/a-report';
import type { Report } from '@/lib/domain/report/content';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById } from '@/lib/domain/report/formats';

// For tests: a publication of a report, the first edition unless said otherwise.

export function aSnapshot(
  report: Report = aReport(),
  format: ReportFormat | null = formatById(report.format),
  facts: Partial<PublicationFacts> = {},
): Snapshot {
  if (!format) throw new Error(`no format ${report.format}`);
  return {
    report,
    format,
    facts: {
      number: 1,
      publishedOn: `${report.year + 1}-01-22`,
      signedBy: '主要领导',
      sha256: sha256(canonicalJson(report)),
      note: '',
      address: `https://gongkai.example.gov.cn/deting/reports/${report.year}/1`,
      ...facts,
    },
  };
}
