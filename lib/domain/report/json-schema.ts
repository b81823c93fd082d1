import { z } from 'zod';
import { report } from '@/lib/domain/report/content';

/** The JSON Schema of a report file, for whoever makes one without us. docs/report-json.md says what a schema cannot. */
export const reportJsonSchema = () => ({
  ...z.toJSONSchema(report, { io: 'input', reused: 'ref' }),
  title: '政府信息公开工作年度报告',
  description: 'A report file of Gongkai, as `gongkai check` reads it and `gongkai export-report` prints it.',
});
