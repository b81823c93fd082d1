import { z } from 'zod';
import { columnKeys } from '@/lib/domain/items/import-columns';
import { requestColumnKeys } from '@/lib/domain/requests/import-columns';
import { sheetFault } from '@/lib/domain/sheet';

/** What is to be said of an uploaded list as a whole. */
export const sheetNotes = z.strictObject({
  /** Why it could not be opened. */
  file: sheetFault.nullable(),
  /** What its head row lacks or has twice: then no row was read. */
  missing: z.array(z.enum([...columnKeys, ...requestColumnKeys])),
  repeated: z.array(z.string()),
  /** Columns that are not taken in. */
  unread: z.array(z.string()),
});
export type SheetNotes = z.infer<typeof sheetNotes>;

export const noNotes: SheetNotes = { file: null, missing: [], repeated: [], unread: [] };
