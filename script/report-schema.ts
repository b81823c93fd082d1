// Writes docs/report.schema.json from the schema in code: npx tsx script/report-schema.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportJsonSchema } from '@/lib/domain/report/json-schema';

const file = join(import.meta.dirname, '..', 'docs', 'report.schema.json');
writeFileSync(file, `${JSON.stringify(reportJsonSchema(), null, 2)}\n`);
