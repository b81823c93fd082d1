import 'server-only';
import type { AuditEvent } from '@/lib/domain/audit';
import type { CellAddress } from '@/lib/domain/report/content';

type Wrote = {
  cells?: readonly CellAddress[];
  sections: readonly string[];
  reasons: readonly { key: string; to: string | null }[];
};

/** What the trail keeps of a save: the cells and sections that it wrote, and the reasons that were written or taken back. */
export function savedEvents(save: { saveId: string; version: number }, wrote: Wrote): AuditEvent[] {
  const [cells, sections] = [[...(wrote.cells ?? [])], [...new Set(wrote.sections)]];
  const reasons = wrote.reasons.map(({ key, to }): AuditEvent => {
    return { kind: 'reason_written', finding: key, withdrawn: to === null };
  });
  if (cells.length + sections.length === 0) return reasons;
  const { saveId, version } = save;
  return [{ kind: 'draft_saved', saveId, version, cells, sections }, ...reasons];
}
