'use client';

import { useState } from 'react';
import { fieldId, useRefused } from '@/components/office/decision-form';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { feeMethods } from '@/lib/domain/requests/events';
import { type FeeStep, itemSteps, pageSteps } from '@/lib/domain/requests/fee-steps';
import { feeBandsNote, feeLabels, feeStepWords, feeSumWords } from '@/lib/text/request-fees';
import { feeMethodNames } from '@/lib/text/request-values';

/** How a fee is counted: the amount follows from what is counted and is never typed. */
export function FeeFields({ itemsBefore }: { itemsBefore: number }) {
  const was = { method: useRefused('method'), quantity: useRefused('quantity'), before: useRefused('before') };
  const [method, setMethod] = useState(was.method.typed ?? 'items');
  const [quantity, setQuantity] = useState(was.quantity.typed ?? '');
  const [before, setBefore] = useState(was.before.typed ?? String(itemsBefore));
  const steps = stepsOf(method, quantity, before);
  return (
    <>
      <Select
        id={fieldId('method')}
        name="method"
        label={feeLabels.method}
        hint="一件申请只能选一种，不能两种都收。"
        error={was.method.error}
        value={method}
        onChange={({ currentTarget }) => setMethod(currentTarget.value)}
        options={feeMethods.map((value) => ({ value, label: feeMethodNames[value] }))}
      />
      <Field
        id={fieldId('quantity')}
        name="quantity"
        label={feeLabels.quantity}
        hint="按件的填这件申请拆分成的最小单位数；按量的填A4纸页数。"
        error={was.quantity.error}
        value={quantity}
        onChange={({ currentTarget }) => setQuantity(currentTarget.value)}
        inputMode="numeric"
        autoComplete="off"
      />
      <Field
        id={fieldId('before')}
        name="before"
        label={feeLabels.before}
        hint={`按件的才用到。登记簿里同一申请人这个月在这件以前共${itemsBefore}件，拆分过的按拆分后的件数。`}
        error={was.before.error}
        value={before}
        onChange={({ currentTarget }) => setBefore(currentTarget.value)}
        inputMode="numeric"
        autoComplete="off"
      />
      <output className="notice plain block" htmlFor="method quantity before">
        <p>{steps ? feeSumWords(steps) : '填写数量以后，按收费标准算出金额。'}</p>
        {steps ? (
          <ul className="list-disc pl-5">
            {steps.map((step) => (
              <li key={step.from}>{feeStepWords(step, method === 'pages')}</li>
            ))}
          </ul>
        ) : (
          <p className="text-ink-2 text-note">{feeBandsNote(method === 'pages')}</p>
        )}
      </output>
    </>
  );
}

const isCount = (text: string) => /^\d{1,5}$/.test(text.trim());

function stepsOf(method: string, quantity: string, before: string): FeeStep[] | null {
  if (!isCount(quantity) || Number(quantity) === 0) return null;
  if (method === 'pages') return pageSteps(Number(quantity));
  return isCount(before) ? itemSteps(Number(before), Number(quantity)) : null;
}
