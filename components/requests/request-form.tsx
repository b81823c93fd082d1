'use client';

import { useEffect, useState } from 'react';
import { type Answer, DecisionForm, fieldId, useRefused } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { RestatesField } from '@/components/requests/event-fields';
import { FileField } from '@/components/requests/file-field';
import { FormPart, named } from '@/components/requests/form-part';
import { TextArea } from '@/components/ui/text-area';
import { channels } from '@/lib/domain/requests/events';
import { identityKinds, identityKindsFor, wantedForms, wantedWays } from '@/lib/domain/requests/request-form';
import { type ApplicantKind, applicantKinds } from '@/lib/domain/requests/statistics';
import { identityKindNames, requestFieldNames, wantedFormNames, wantedWayNames } from '@/lib/text/request-form';
import { fileFieldNames, newRequestHints as hints } from '@/lib/text/request-new';
import { applicantKindNames, channelNames } from '@/lib/text/request-values';

type RequestFormProps = { today: string; action: (before: Answer, form: FormData) => Promise<Answer> };

/** What Article 29 asks, and nothing else: no purpose. Before its script has loaded every field stands there. */
export function RequestForm({ today, action }: RequestFormProps) {
  return (
    <DecisionForm
      action={action}
      labels={{ ...requestFieldNames, ...fileFieldNames, oralConfirmed: '宣读和确认' }}
      title="没有登记"
      className="grid gap-5"
    >
      <Fields today={today} />
      <RestatesField />
      <div>
        <Send primary working="正在登记…">
          登记申请
        </Send>
      </div>
    </DecisionForm>
  );
}

function Fields({ today }: { today: string }) {
  const typedKind = useRefused('applicantKind').typed;
  const typedChannel = useRefused('channel').typed;
  const [kind, setKind] = useState<string>(typedKind ?? 'natural_person');
  const [channel, setChannel] = useState<string>(typedChannel ?? 'in_person');
  const [scripted, setScripted] = useState(false);
  useEffect(() => setScripted(true), []);
  const applicant = applicantKinds.find((each) => each === kind) ?? 'natural_person';
  const person = applicant === 'natural_person';
  return (
    <>
      <FormPart title="一、收件" note={hints.arrival}>
        <Choice name="channel" options={named(channels, channelNames)} initial="in_person" onChange={setChannel} />
        <TypedField
          name="arrivedOn"
          label={requestFieldNames.arrivedOn}
          hint={hints.arrivedOn}
          initial={today}
          autoComplete="off"
        />
        <TypedField name="place" label={optional('place')} hint={hints.place} autoComplete="off" />
        {(!scripted || channel === 'oral') && <OralConfirmed />}
      </FormPart>
      <FormPart title="二、申请人" note={hints.applicant}>
        <Choice
          name="applicantKind"
          options={named(applicantKinds, applicantKindNames)}
          initial="natural_person"
          hint={hints.applicantKind}
          onChange={setKind}
        />
        <TypedField
          name="name"
          label={scripted ? (person ? '姓名' : '名称') : requestFieldNames.name}
          autoComplete="off"
        />
        <Identity applicant={scripted ? applicant : null} />
        {(!scripted || !person) && (
          <>
            <TypedField
              name="legalRepresentative"
              label={optional('legalRepresentative')}
              hint={scripted ? undefined : hints.organisationOnly}
              autoComplete="off"
            />
            <TypedField
              name="contactPerson"
              label={optional('contactPerson')}
              hint={scripted ? undefined : hints.organisationOnly}
              autoComplete="off"
            />
          </>
        )}
        <TypedField name="agent" label={optional('agent')} hint={hints.agent} autoComplete="off" />
        <TypedField name="telephone" label={requestFieldNames.telephone} hint={hints.reached} autoComplete="off" />
        <TypedField name="address" label={requestFieldNames.address} autoComplete="off" />
        <TypedField name="postcode" label={requestFieldNames.postcode} inputMode="numeric" autoComplete="off" />
        <TypedField name="email" label={requestFieldNames.email} autoComplete="off" />
        <TypedField name="fax" label={requestFieldNames.fax} autoComplete="off" />
      </FormPart>
      <FormPart title="三、所需信息" note={hints.asked}>
        <div className="sm:col-span-2">
          <Asked />
        </div>
        <Choice name="form" options={named(wantedForms, wantedFormNames)} initial="paper" />
        <Choice name="delivery" options={named(wantedWays, wantedWayNames)} initial="post" />
      </FormPart>
      <FormPart title="四、附件" note={hints.files}>
        {fileFields.map((name) => (
          <FileField key={name} name={name} label={fileFieldNames[name]} />
        ))}
      </FormPart>
    </>
  );
}

const fileFields = ['application', 'identity', 'other'] as const;

type Name = keyof typeof requestFieldNames;

const optional = (name: Name) => `${requestFieldNames[name]}（没有的不填）`;

type ChoiceProps = {
  name: Name;
  options: readonly { value: string; label: string }[];
  initial: string;
  hint?: string;
  onChange?: (value: string) => void;
};

function Choice({ name, options, initial, hint, onChange }: ChoiceProps) {
  return (
    <TypedSelect
      name={name}
      label={requestFieldNames[name]}
      hint={hint}
      initial={initial}
      options={options}
      onChange={({ currentTarget }) => onChange?.(currentTarget.value)}
    />
  );
}

/** Null before the script has loaded: then every proof is offered. */
function Identity({ applicant }: { applicant: ApplicantKind | null }) {
  const kinds = applicant ? identityKindsFor(applicant) : identityKinds;
  return (
    <>
      <TypedSelect
        key={applicant === 'natural_person' ? 'person' : 'organisation'}
        name="identityKind"
        label={requestFieldNames.identityKind}
        options={named(kinds, identityKindNames)}
      />
      <TypedField
        name="identityNumber"
        label={requestFieldNames.identityNumber}
        hint={hints.identityNumber}
        autoComplete="off"
      />
    </>
  );
}

function OralConfirmed() {
  const { typed, error } = useRefused('oralConfirmed');
  return (
    <div className={error ? 'field bad sm:col-span-2' : 'field sm:col-span-2'}>
      {error && (
        <span id="oralConfirmed-error" className="error">
          {hints.oralMissing}
        </span>
      )}
      <label htmlFor={fieldId('oralConfirmed')} className="flex items-start gap-2">
        <input
          id={fieldId('oralConfirmed')}
          type="checkbox"
          name="oralConfirmed"
          value="yes"
          defaultChecked={typed === 'yes'}
          aria-describedby={error ? 'oralConfirmed-error' : undefined}
          className="mt-1 size-4.5 flex-none accent-blue"
        />
        <span className="font-normal">{hints.oral}</span>
      </label>
    </div>
  );
}

function Asked() {
  const { typed, error } = useRefused('asked');
  return (
    <TextArea
      id={fieldId('asked')}
      name="asked"
      label={requestFieldNames.asked}
      hint={hints.askedField}
      error={error}
      defaultValue={typed}
      rows={5}
      maxLength={5_000}
    />
  );
}
