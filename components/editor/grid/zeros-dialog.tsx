'use client';

import { useState } from 'react';
import { useDesk, useDeskState } from '@/components/editor/desk/context';
import { Button } from '@/components/ui/button';
import { Dialog, DialogCancel } from '@/components/ui/dialog';
import { declareZeros, emptyCells } from '@/lib/editor/figures';
import { zerosQuestion } from '@/lib/text/editor';

/** A blank is not a zero: that all blanks of the report are zeros is said once, on purpose, and recorded. */
export function ZerosDialog() {
  const { desk } = useDesk();
  const [open, setOpen] = useState(false);
  const count = useDeskState((state) => emptyCells(state).length);
  if (count === 0) return null;

  function declare() {
    desk.update(declareZeros);
    setOpen(false);
  }
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button small>所有空格填0（{count}格）</Button>}
      title={zerosQuestion(count)}
      description="空格表示还没有填，不等于0。请先填好所有发生过的数，再确认其余都是0。这一步记入修改记录。"
    >
      <div className="flex flex-wrap justify-end gap-3">
        <DialogCancel>
          <Button>再看看</Button>
        </DialogCancel>
        <Button primary onClick={declare}>
          确认填0
        </Button>
      </div>
    </Dialog>
  );
}
