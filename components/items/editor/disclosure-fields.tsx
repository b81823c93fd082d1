'use client';

import { ChoiceInput, DayInput, TextInput, useField } from '@/components/items/editor/inputs';
import { attributes, ways, withholdingReasons } from '@/lib/domain/items/content';
import { itemPlaceId } from '@/lib/text/item-changes';
import { attributeNames, itemFieldNames, wayNames, withholdingArticles, withholdingNames } from '@/lib/text/items';

/** Whether and how it becomes public; a restriction with its reason and the day on which it is looked at again. */
export function DisclosureFields({ today }: { today: string }) {
  const [attribute, put] = useField('attribute');
  return (
    <section id="disclosure" aria-labelledby="disclosure-heading" className="item-fields">
      <h2 id="disclosure-heading">公开属性</h2>
      <fieldset id={itemPlaceId('attribute')} className="field">
        <legend className="sr-only">{itemFieldNames.attribute}</legend>
        <div className="flex flex-wrap gap-x-6">
          {attributes.map((each) => (
            <label key={each} className="flex min-h-8 items-center gap-2">
              <input
                type="radio"
                name="attribute"
                className="size-4.5 accent-blue"
                checked={attribute === each}
                onChange={() => put(each)}
              />
              {attributeNames[each]}
            </label>
          ))}
        </div>
      </fieldset>
      {attribute === 'proactive' ? <Ways /> : <Restriction today={today} />}
    </section>
  );
}

function Ways() {
  const [chosen, put] = useField('ways');
  return (
    <fieldset id={itemPlaceId('ways')} className="field">
      <legend>{itemFieldNames.ways}</legend>
      <div className="flex flex-wrap gap-x-6">
        {ways.map((way) => (
          <label key={way} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              className="size-4.5 flex-none accent-blue"
              checked={chosen.includes(way)}
              onChange={(event) =>
                put(ways.filter((each) => (each === way ? event.target.checked : chosen.includes(each))))
              }
            />
            {wayNames[way]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Restriction({ today }: { today: string }) {
  const articles = [...new Set(withholdingReasons.map((reason) => withholdingArticles[reason]))];
  const groups = articles.map((article) => ({
    label: article,
    options: withholdingReasons
      .filter((reason) => withholdingArticles[reason] === article)
      .map((reason) => ({ value: reason, label: withholdingNames[reason] })),
  }));
  return (
    <>
      <ChoiceInput
        name="withholding"
        hint="只能在《条例》第十四条至第十六条规定的情形里选。"
        options={[{ value: '', label: '请选择' }, ...groups]}
      />
      <TextInput name="withholdingBasis" maxLength={500} lines={3} hint="写明依据的法律、文件和具体情形。" />
      <DayInput name="reassessOn" min={today} hint="到这一天重新看能不能公开（《条例》第十八条）。" />
    </>
  );
}
