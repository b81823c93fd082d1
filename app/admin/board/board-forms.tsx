'use client';

import { DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { control, FieldFrame, wiring } from '@/components/ui/field';
import { attachmentLimit } from '@/lib/domain/attachment';
import { photoTooLarge } from '@/lib/text/board';
import { endPostingAction, photographPostingAction, recordPostingAction, revokePostingAction } from './actions';

const labels = { place: '张贴地点', postedOn: '张贴日期', photo: '张贴照片', takenDownOn: '取下日期' };

export function RecordPosting({ documentId, today }: { documentId: string; today: string }) {
  return (
    <DecisionForm
      action={recordPostingAction}
      labels={labels}
      hidden={{ documentId }}
      title="没有登记"
      className="grid max-w-120 gap-4.5"
    >
      <TypedField name="place" label={labels.place} hint="如镇政府信息公开栏、德亭村村务公开栏。" autoComplete="off" />
      <TypedField name="postedOn" label={labels.postedOn} initial={today} hint="如2026-11-20。" autoComplete="off" />
      <Photograph label={`${labels.photo}（可以不填）`} />
      <div>
        <Send primary working="正在登记…">
          登记张贴
        </Send>
      </div>
    </DecisionForm>
  );
}

const photoHint =
  'JPEG 或者 PNG，不超过20MB，会在网上公开。拍清张贴稿和公告栏，不要拍进人脸和无关的个人信息。拍摄地点等附带信息会自动去掉。';

// A file that is too large would be sent to its end only to be refused.
function Photograph({ label, required }: { label: string; required?: boolean }) {
  const { error, id } = useRefused('photo');
  return (
    <FieldFrame id={id} label={label} hint={photoHint} error={error}>
      <input
        {...wiring({ id, hint: photoHint, error })}
        name="photo"
        type="file"
        required={required}
        accept="image/jpeg,image/png"
        className={control()}
        onChange={({ currentTarget: input }) => {
          const large = (input.files?.[0]?.size ?? 0) > attachmentLimit;
          input.setCustomValidity(large ? photoTooLarge : '');
          input.reportValidity();
        }}
      />
    </FieldFrame>
  );
}

type PhotographPostingProps = { id: string; place: string; photographed: boolean };

/** A photograph for a posting that is recorded, or another one in place of it. */
export function PhotographPosting({ id, place, photographed }: PhotographPostingProps) {
  return (
    <DecisionForm
      action={photographPostingAction}
      labels={labels}
      hidden={{ id }}
      within={`${id}-`}
      title="没有登记"
      className="max-w-120"
    >
      <PhotographFields place={place} deed={photographed ? '更换照片' : '补登照片'} />
    </DecisionForm>
  );
}

// Open where the form comes back refused, so that the reason is seen without script too.
function PhotographFields({ place, deed }: { place: string; deed: string }) {
  const { refused } = useRefused('photo');
  return (
    <details open={refused}>
      <summary aria-label={`${deed}：${place}`} className="min-h-8 w-fit cursor-pointer text-link">
        {deed}
      </summary>
      <div className="grid gap-3 pt-2">
        <Photograph label={labels.photo} required />
        <div>
          <Send small working="正在登记…">
            登记照片
          </Send>
        </div>
      </div>
    </details>
  );
}

export function EndPosting({ id, place, today }: { id: string; place: string; today: string }) {
  return (
    <DecisionForm
      action={endPostingAction}
      labels={labels}
      hidden={{ id }}
      within={`${id}-`}
      title="没有登记"
      className="flex flex-wrap items-end gap-3"
    >
      <TypedField name="takenDownOn" label={labels.takenDownOn} initial={today} autoComplete="off" />
      <Send small working="正在登记…" aria-label={`登记取下：${place}`}>
        登记取下
      </Send>
    </DecisionForm>
  );
}

export function RevokePosting({ id, place }: { id: string; place: string }) {
  return (
    <DecisionForm action={revokePostingAction} hidden={{ id }} title="没有撤销">
      <Send small working="正在撤销…" aria-label={`登记有误，撤销：${place}`}>
        登记有误，撤销
      </Send>
    </DecisionForm>
  );
}
