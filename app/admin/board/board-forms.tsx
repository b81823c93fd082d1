'use client';

import { DecisionForm } from '@/components/office/decision-form';
import { Send, TypedField } from '@/components/office/typed-fields';
import { endPostingAction, recordPostingAction, revokePostingAction } from './actions';

const labels = { place: '张贴地点', postedOn: '张贴日期', takenDownOn: '取下日期' };

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
      <div>
        <Send primary working="正在登记…">
          登记张贴
        </Send>
      </div>
    </DecisionForm>
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
