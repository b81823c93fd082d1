'use client';

import { useEffect, useState } from 'react';
import type { ItemChoices } from '@/components/items/editor/types';
import { checkItem } from '@/lib/domain/items/check';
import type { ItemDraft } from '@/lib/domain/items/content';
import { type ItemLabels, itemOf, type OpenItem } from '@/lib/domain/items/item-of';
import { type ItemHit, itemHits } from '@/lib/domain/items/personal-hits';
import type { Beside } from '@/lib/domain/items/rules/rule';
import type { Finding } from '@/lib/domain/report/finding';
import type { Store } from '@/lib/editor/store';

/** What the rules say of the draft at this moment, and each hit of the personal data finder. */
export type ItemCheck = { item: OpenItem; findings: readonly Finding[]; hits: readonly ItemHit[] };

export type ItemCheckContext = { organisation: ItemLabels['organisation']; choices: ItemChoices; beside: Beside };

const pause = 300;

type Draft = { replica: { wanted: { draft: ItemDraft } } };

/** The same rules as everywhere, run while typing; the first time before the page is sent. */
export function useItemCheck(desk: Pick<Store<Draft>, 'get' | 'subscribe'>, context: ItemCheckContext): ItemCheck {
  const [result, setResult] = useState(() => checked(desk.get().replica.wanted.draft, context));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen: ItemDraft | null = null;
    const run = () => {
      const { draft } = desk.get().replica.wanted;
      if (draft === seen) return;
      seen = draft;
      setResult(checked(draft, context));
    };
    run();
    const unsubscribe = desk.subscribe(() => {
      if (desk.get().replica.wanted.draft === seen) return;
      clearTimeout(timer);
      timer = setTimeout(run, pause);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [desk, context]);
  return result;
}

function checked(draft: ItemDraft, { organisation, choices, beside }: ItemCheckContext): ItemCheck {
  const node = choices.nodes.find(({ id }) => id === draft.nodeId);
  const itsClass = choices.classes.find(({ id }) => id === draft.classId);
  const fieldId = draft.fieldId ?? node?.fieldId;
  const item = itemOf(draft, {
    organisation,
    // Only a place that has been closed since is not among the choices.
    node: node ?? { code: '', label: '', basis: '' },
    class: itsClass ?? null,
    field: choices.fields.find(({ id }) => id === fieldId)?.name ?? '',
  });
  const view = { item, ...beside, nodeOpen: node !== undefined };
  return { item, findings: checkItem(view), hits: item.attribute === 'proactive' ? itemHits(item, beside) : [] };
}
