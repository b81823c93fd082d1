import 'server-only';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReportFormat } from '@/lib/domain/report/format';
import { formatById, formatCatalogue, formats } from '@/lib/domain/report/formats';
import { environment } from '@/lib/server/environment';

let catalogue: readonly ReportFormat[] | undefined;

/** The formats of the product and those that the office has added as files in FORMATS_DIR. */
export function allFormats(): readonly ReportFormat[] {
  catalogue ??= withFilesOf(environment().FORMATS_DIR);
  return catalogue;
}

/** A format that a stored report names; its absence means that a file was taken away. */
export function formatNamed(id: string): ReportFormat {
  const format = formatById(id, allFormats());
  if (!format) throw new Error(`no report format ${id}; is FORMATS_DIR complete?`);
  return format;
}

function withFilesOf(folder: string | undefined): readonly ReportFormat[] {
  if (!folder) return formats;
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return formatCatalogue([...formats, ...files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')))]);
}
