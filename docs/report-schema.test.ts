import { expect, test } from 'vitest';
import written from '@/docs/report.schema.json';
import { reportJsonSchema } from '@/lib/domain/report/json-schema';

test('the published schema is the one in code (npx tsx script/report-schema.ts writes it)', () => {
  expect(written).toEqual(JSON.parse(JSON.stringify(reportJsonSchema())));
});
