'use server';

import { redirect } from 'next/navigation';
import { correctedEntry, newEntry } from '@/lib/domain/ledger/entry';
import { formAction } from '@/lib/server/form-action';
import { addEntry, correctEntry } from '@/lib/server/items/ledger';

export const addEntryAction = formAction(newEntry, async (input, actor) => {
  await addEntry(input, actor);
  redirect(`/admin/ledger?kind=${input.kind}&year=${input.month.slice(0, 4)}&done=added`);
});

export const correctEntryAction = formAction(correctedEntry, async (input, actor) => {
  await correctEntry(input, actor);
  redirect(`/admin/ledger/${input.id}?done=corrected`);
});
