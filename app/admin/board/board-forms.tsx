'use client';

import { DecisionForm, useRefused } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { control, FieldFrame, wiring } from '@/components/ui/field';
import { attachmentLimit } from '@/lib/domain/attachment';
import { photoTooLarge } from '@/lib/text/board';
import { endPostingAction, recordPostingAction, revokePostingAction } from './actions';

const labels = { place: '张贴地点', postedOn: '张贴日期', photo: '张贴照片（可以不填）', takenDownOn: '取下日期' };

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
      <Photograph />
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
function Photograph() {
  const { error } = useRefused('photo');
  return (
    <FieldFrame id="photo" label={labels.photo} hint={photoHint} error={error}>
      <input
        {...wiring({ id: 'photo', hint: photoHint, error })}
        name="photo"
        type="file"
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

export function EndPosting({ id, place, today }: { id: string; place: string; today: string }) {
  return (
    <DecisionForm
      action={endPostingAction}
      labels={labels}
      hidden={{ id }}
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
