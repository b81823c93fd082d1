'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField, TypedSelect } from '@/components/office/typed-fields';
import { ApplicantTable } from '@/components/requests/applicant-table';
import { CorrectEvent, EnterEvent } from '@/components/requests/event-forms';
import { FileField } from '@/components/requests/file-field';
import { requestFileKinds } from '@/lib/domain/requests/request-form';
import { earlierWords } from '@/lib/text/request-change';
import type { EventForm } from '@/lib/text/request-event-forms';
import { requestFileKindNames } from '@/lib/text/request-form';
import { fileNamesNote, revealHint } from '@/lib/text/request-pages';
import {
  addFileAction,
  assignAction,
  correctEventAction,
  enterEventAction,
  eraseFileAction,
  revealAction,
} from './actions';

type Of = { id: string; version: number };
type EntryProps = { request: Of; form: EventForm; itemsBefore: number };

export const EnterForm = (props: EntryProps) => <EnterEvent {...props} action={enterEventAction} />;

export const CorrectForm = (props: EntryProps & { event: string }) => (
  <CorrectEvent {...props} action={correctEventAction} />
);

/** Shows who asked, for a reason that goes into the trail. */
export function Reveal({ id }: { id: string }) {
  return (
    <DecisionForm
      action={revealAction}
      labels={{ reason: '查看的理由' }}
      hidden={{ id }}
      title="没有显示"
      className="flex flex-wrap items-end gap-4"
      answered={({ name, data, files, earlier }) => (
        <div role="status" className="grid gap-3">
          <ApplicantTable name={name} data={data} caption="申请人信息（未遮盖）" />
          {files.length > 0 && (
            <p className="text-ink-2 text-note">{fileNamesNote(files.map(({ name: called }) => called))}</p>
          )}
          {earlier.map(({ at, values }) => (
            <p key={at.toISOString()} className="text-ink-2 text-note">
              {earlierWords(at, values)}
            </p>
          ))}
          <p>
            <a href={`/admin/requests/${id}`}>重新遮盖</a>
          </p>
        </div>
      )}
    >
      <TypedField name="reason" label="查看的理由" hint={revealHint} autoComplete="off" />
      <Send working="正在打开…">查看</Send>
    </DecisionForm>
  );
}

type AssignProps = { id: string; handler: string; people: readonly { id: string; name: string; post: string }[] };

export function Assign({ id, handler, people }: AssignProps) {
  const options = people.map((person) => ({
    value: person.id,
    label: [person.name, person.post].filter(Boolean).join('　'),
  }));
  return (
    <DecisionForm
      action={assignAction}
      labels={{ handlerId: '经办人' }}
      hidden={{ id }}
      title="没有更换"
      className="flex flex-wrap items-end gap-4"
    >
      <TypedSelect name="handlerId" label="经办人" initial={handler} options={options} />
      <Send small working="正在更换…">
        更换经办人
      </Send>
    </DecisionForm>
  );
}

export function AddFile({ id }: { id: string }) {
  return (
    <DecisionForm
      action={addFileAction}
      labels={{ kind: '材料种类', attachment: '文件' }}
      hidden={{ id }}
      title="没有加入"
      className="flex flex-wrap items-end gap-4"
    >
      <TypedSelect
        name="kind"
        label="材料种类"
        options={requestFileKinds.map((kind) => ({ value: kind, label: requestFileKindNames[kind] }))}
      />
      <FileField name="attachment" label="文件" />
      <Send working="正在加入…">加入材料</Send>
    </DecisionForm>
  );
}

export function EraseFile({ id, fileId, name }: { id: string; fileId: string; name: string }) {
  return (
    <DecisionForm action={eraseFileAction} hidden={{ id, fileId }} title="没有删去">
      <Send small working="正在删去…" aria-label={`删去：${name}`}>
        删去
      </Send>
    </DecisionForm>
  );
}
