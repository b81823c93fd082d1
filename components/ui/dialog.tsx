'use client';

import { AlertDialog } from 'radix-ui';
import type { ReactNode } from 'react';

type DialogProps = {
  /** The button that opens it. */
  trigger: ReactNode;
  /** A question: 撤下“2020年政府信息公开工作年度报告”？ */
  title: string;
  /** What follows from a yes. */
  description: ReactNode;
  /** Fields and buttons; wrap the no in DialogCancel and put it first. */
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

/** Only for what cannot be undone. */
export function Dialog({ trigger, title, description, children, open, onOpenChange }: DialogProps) {
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="dialog-veil" />
        <AlertDialog.Content className="dialog">
          <AlertDialog.Title className="text-[1.0625rem] font-strong">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div>{description}</div>
          </AlertDialog.Description>
          <div className="mt-3 space-y-4">{children}</div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}

export const DialogCancel = ({ children }: { children: ReactNode }) => (
  <AlertDialog.Cancel asChild>{children}</AlertDialog.Cancel>
);
