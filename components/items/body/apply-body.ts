import type { Schema } from '@tiptap/pm/model';
import type { Transaction } from '@tiptap/pm/state';
import { applyNodes } from '@/components/editor/prose/apply-nodes';
import type { ItemBlock } from '@/lib/domain/items/body';
import { bodyDocument } from '@/lib/editor/body/body-document';

/** Makes a document equal to a body. */
export const applyBody = (transaction: Transaction, schema: Schema, body: readonly ItemBlock[]): Transaction =>
  applyNodes(transaction, schema.nodeFromJSON(bodyDocument([...body])).children);
