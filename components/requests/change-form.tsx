'use client';

import { type Answer, DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { RestatesField } from '@/components/requests/event-fields';
import { FormPart, named } from '@/components/requests/form-part';
import { TextArea } from '@/components/ui/text-area';
import { type ApplicantData, identityKinds, wantedForms, wantedWays } from '@/lib/domain/requests/request-form';
import { applicantKinds } from '@/lib/domain/requests/statistics';
import { changeHints as hints, changeLabels as labels, nowIs } from '@/lib/text/request-change';
import { identityKindNames, wantedFormNames, wantedWayNames } from '@/lib/text/request-form';
import { applicantKindNames } from '@/lib/text/request-values';

/** What is shown as it is, and typed over. */
type Shown = Record<'applicantKind' | 'asked' | 'form' | 'delivery' | 'place' | 'identityKind', string>;
/** What is shown with stars. */
type Masked = Omit<ApplicantData, 'identityKind'> & { name: string };

type ChangeFormProps = {
  request: { id: string; version: number };
  shown: Shown;
  masked: Masked;
  action: (before: Answer, form: FormData) => Promise<Answer>;
};

const hiddenFields = [
  ...(['name', 'identityNumber', 'legalRepresentative', 'contactPerson', 'agent'] as const),
  ...(['telephone', 'address', 'postcode', 'email', 'fax'] as const),
];

/** Sets right what was typed of a request. What tells who asked is not shown: an empty field leaves it as it is. */
export function ChangeForm({ request, shown, masked, action }: ChangeFormProps) {
  return (
    <DecisionForm action={action} labels={labels} hidden={request} title="没有更正" className="grid gap-5">
      <FormPart title="所需信息" note="照申请人的原话。">
        <div className="sm:col-span-2">
          <Asked initial={shown.asked} />
        </div>
        <Choice name="form" initial={shown.form} options={named(wantedForms, wantedFormNames)} />
        <Choice name="delivery" initial={shown.delivery} options={named(wantedWays, wantedWayNames)} />
        <TypedField name="place" label={labels.place} initial={shown.place} autoComplete="off" />
      </FormPart>
      <FormPart title="申请人" note={hints.applicant}>
        <Choice
          name="applicantKind"
          initial={shown.applicantKind}
          options={named(applicantKinds, applicantKindNames)}
        />
        <Choice name="identityKind" initial={shown.identityKind} options={named(identityKinds, identityKindNames)} />
        {hiddenFields.map((name) => (
          <TypedField key={name} name={name} label={labels[name]} hint={nowIs(masked[name])} autoComplete="off" />
        ))}
      </FormPart>
      <FormPart title="理由" note={hints.reason}>
        <div className="sm:col-span-2">
          <TypedField name="reason" label={labels.reason} autoComplete="off" />
        </div>
      </FormPart>
      <RestatesField />
      <p className="flex flex-wrap items-center gap-4">
        <Send primary working="正在更正…">
          更正登记内容
        </Send>
        <a href={`/admin/requests/${request.id}`}>取消</a>
      </p>
    </DecisionForm>
  );
}

type ChoiceProps = {
  name: 'applicantKind' | 'identityKind' | 'form' | 'delivery';
  initial: string;
  options: readonly { value: string; label: string }[];
};

const Choice = ({ name, ...choice }: ChoiceProps) => <TypedSelect name={name} label={labels[name]} {...choice} />;

function Asked({ initial }: { initial: string }) {
  const { typed, error } = useRefused('asked');
  return (
    <TextArea
      id={fieldId('asked')}
      name="asked"
      label={labels.asked}
      error={error}
      defaultValue={typed ?? initial}
      rows={5}
      maxLength={5_000}
    />
  );
}
