'use client';

import { type FormEvent, useState } from 'react';
import { useDraft, useItemDesk, useItemWrite } from '@/components/items/editor/context';
import type { RelatedItem } from '@/components/items/editor/types';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { type Relation, type RelationKind, relationKinds } from '@/lib/domain/items/content';
import { keyOfRelation } from '@/lib/editor/item-places';
import { findRelated } from '@/lib/editor/related';
import { itemPlaceId } from '@/lib/text/item-changes';
import { relationNames } from '@/lib/text/items';
import { noneFound, relationNotes } from '@/lib/text/relations';

/** What this item does to other published ones: explains, corrects, clarifies, repeals. */
export function Relations() {
  const relations = useDraft((draft) => draft.relations);
  const write = useItemWrite();
  const change = (make: (list: Relation[]) => Relation[]) =>
    write(({ draft: { relations: from } }) => [{ kind: 'relations', from, to: make(from) }]);
  return (
    <section id={itemPlaceId('relations')} aria-labelledby="relations-heading" className="item-fields">
      <h2 id="relations-heading">相关信息</h2>
      {relations.length > 0 && (
        <ul className="desk-files">
          {relations.map((relation) => (
            <li key={keyOfRelation(relation)}>
              <span className="min-w-0">
                {relationNames[relation.kind]}“{relation.title}”
              </span>
              <Button
                small
                aria-label={`删去：${relationNames[relation.kind]}“${relation.title}”`}
                onClick={() => change((list) => list.filter((each) => keyOfRelation(each) !== keyOfRelation(relation)))}
              >
                删去
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Picker
        onPick={(relation) =>
          change((list) => [...list.filter((each) => keyOfRelation(each) !== keyOfRelation(relation)), relation])
        }
      />
    </section>
  );
}

/** Finds a published item by words of its title, its number or its index number. */
function Picker({ onPick }: { onPick: (relation: Relation) => void }) {
  const { id, meet } = useItemDesk();
  const [kind, setKind] = useState<RelationKind>('interprets');
  const [found, setFound] = useState<{ asked: string; items: readonly RelatedItem[] | null } | null>(null);

  function search(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const asked = String(new FormData(event.currentTarget).get('related') ?? '').trim();
    if (asked !== '') void findRelated(id, asked).then((items) => setFound({ asked, items }));
  }
  function pick(item: RelatedItem) {
    meet(item);
    onPick({ kind, path: item.path, title: item.title });
    setFound(null);
  }
  return (
    <form onSubmit={search} className="grid gap-3">
      <div className="item-pair">
        <Select
          name="relation"
          label="这件信息"
          value={kind}
          onChange={(event) => setKind(event.target.value as RelationKind)} // a border: the options are the kinds
          options={relationKinds.map((each) => ({ value: each, label: relationNotes[each] }))}
        />
        <Field name="related" label="查找本机关已公开的信息" hint="标题、文号或者索引号里的几个字" maxLength={100} />
      </div>
      <p>
        <Button type="submit" small>
          查找
        </Button>
      </p>
      <div role="status">
        {found && (found.items?.length ?? 0) === 0 && <p>{noneFound(found.asked, found.items === null)}</p>}
      </div>
      {found?.items && found.items.length > 0 && (
        <ul className="desk-files">
          {found.items.map((item) => (
            <li key={item.path}>
              <span className="min-w-0">
                {item.title}
                {item.indexNumber && <span className="block text-ink-2 text-note">{item.indexNumber}</span>}
              </span>
              <Button small onClick={() => pick(item)} aria-label={`选“${item.title}”`}>
                选这一件
              </Button>
            </li>
          ))}
        </ul>
      )}
    </form>
  );
}
