'use client';

import { useRefused } from '@/components/office/decision-form';
import { TextArea } from '@/components/ui/text-area';

/** What was done about one remark. */
export function AnswerField({ id, initial, number }: { id: string; initial: string; number: number }) {
  const { typed, error } = useRefused('answer');
  return (
    <TextArea
      id={`answer-${id}`}
      name="answer"
      label={`对第${number}条的答复`}
      rows={2}
      maxLength={500}
      required
      defaultValue={typed ?? initial}
      error={error}
    />
  );
}
