import { z } from 'zod';
import { itemDraft, itemOffice } from '@/lib/domain/items/content';
import { itemOp } from '@/lib/domain/items/merge';
import type { ItemTypes } from '@/lib/editor/item-draft';
import type { SavedAs } from '@/lib/editor/saving';
import type { Holding } from '@/lib/editor/store';

/** How the draft of an item is saved. */
export const itemSaving = (document: string): SavedAs<ItemTypes, Holding<ItemTypes>> => ({
  address: `/api/items/${document}/draft`,
  state: z.object({ draft: itemDraft, office: itemOffice }),
  conflict: z.object({ op: itemOp }),
});
