import type { AuditEvent } from '@/lib/domain/audit';
import { label, sectionName } from '@/lib/domain/report/addresses';
import type { ReportFormat } from '@/lib/domain/report/format';
import { momentInList } from '@/lib/text/days';
import { guideFieldName } from '@/lib/text/guide';
import { itemFieldName } from '@/lib/text/items';
import { letterValueName } from '@/lib/text/letter-form';
import { trailWords } from '@/lib/text/trail';

/** A line of the trail as it was stored; the event is null where it can no longer be read. */
export type StoredLine = {
  sequence: number;
  at: Date;
  hash: string;
  event: AuditEvent | null;
  actor: { name: string; post: string } | null;
  document: { title: string } | null;
};

export type TrailRow = {
  sequence: number;
  /** 2021-01-18 09:12 */
  at: string;
  who: string;
  post: string;
  /** 送审第2稿 */
  deed: string;
  detail: string;
  hash: string;
  /** Signing and publishing stand out. */
  key: boolean;
};

type Context = {
  nameOf: (id: string) => string;
  /** The format of the document that the line is about, if any. */
  format: ReportFormat | null;
  /** Whether the line has to name its document: not where all are about one. */
  named: boolean;
};

export function trailRow(
  { sequence, at, hash, event, actor, document }: StoredLine,
  { nameOf, format, named }: Context,
): TrailRow {
  const names = {
    user: nameOf,
    field: nameOf,
    cell: (address: string) => (format ? label(format, address) : address),
    section: (id: string) => (format ? sectionName(format, id) : fieldName(id)),
  };
  const said = event ? trailWords(event, names) : { deed: '不能读取', detail: '这一条已被改动' };
  const about = named ? (document?.title ?? '') : '';
  return {
    ...{ sequence, hash, at: momentInList(at), deed: said.deed },
    detail: [...new Set([about, said.detail])].filter(Boolean).join('　'),
    who: actor?.name ?? '系统',
    post: actor?.post ?? '',
    key: event?.kind === 'document_published' || (event?.kind === 'document_moved' && event.move === 'sign_off'),
  };
}

// Which kind of document a line is about is not kept with it; no two kinds mean different things by one name.
const fieldName = (id: string) => (id === 'kind' ? '文书种类' : letterValueName(guideFieldName(itemFieldName(id))));
