import 'server-only';
import type { Tx } from '@/lib/server/db';
import { Refusal } from '@/lib/server/refusal';

/** Where nothing else says it, a document belongs to the field that is named after disclosure, or to the first that is open. */
export async function defaultField(tx: Tx, organisationId: string): Promise<string> {
  const open = await tx.field.findMany({ where: { organisationId, closedAt: null }, orderBy: { id: 'asc' } });
  const field = open.find(({ name }) => name === matter) ?? open[0];
  if (!field) throw new Refusal([{ code: 'bad_input', field: 'field', problem: 'required' }]);
  return field.id;
}

const matter = '政府信息公开';
