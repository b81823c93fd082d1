'use client';

import { type Answer, DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { RestatesField } from '@/components/requests/event-fields';
import { control, FieldFrame, wiring } from '@/components/ui/field';
import { deliveryWays } from '@/lib/domain/requests/events';
import { deliveryWayNames } from '@/lib/text/request-values';

type DeliveryFormProps = { id: string; today: string; action: (before: Answer, form: FormData) => Promise<Answer> };

/** How and when the letter reached its addressee, and what proves it. */
export function DeliveryForm({ id, today, action }: DeliveryFormProps) {
  return (
    <DecisionForm
      action={action}
      labels={{ way: '送达方式', on: '送达日期', proof: '送达凭证', attachment: '凭证文件' }}
      hidden={{ id }}
      title="没有登记"
      className="grid max-w-160 gap-4 p-4"
    >
      <TypedSelect
        name="way"
        label="送达方式"
        options={[
          { value: '', label: '请选择' },
          ...deliveryWays.map((value) => ({ value, label: deliveryWayNames[value] })),
        ]}
      />
      <TypedField
        name="on"
        label="送达日期"
        type="date"
        max={today}
        initial={today}
        hint="当面、委托送达的填签收之日，邮寄的填交邮之日。"
      />
      <TypedField name="proof" label="送达凭证" hint="如挂号信号码、签收人。" maxLength={200} />
      <ProofFile />
      <RestatesField />
      <p>
        <Send primary working="正在登记…">
          登记送达
        </Send>
      </p>
    </DecisionForm>
  );
}

function ProofFile() {
  const { error } = useRefused('attachment');
  const id = fieldId('attachment');
  const hint = '回执、签收单的扫描件，加密保存在这件申请里。没有的不选。';
  return (
    <FieldFrame id={id} label="凭证文件" hint={hint} error={error}>
      <input {...wiring({ id, hint, error })} name="attachment" type="file" className={control()} />
    </FieldFrame>
  );
}
