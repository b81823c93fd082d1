import type { SheetFault } from '@/lib/domain/sheet';

/** Thrown where a whole file cannot be read, for a reason that its owner can mend. */
export class RefusedSheet extends Error {
  readonly fault: SheetFault;

  constructor(fault: SheetFault) {
    super(fault);
    this.name = 'RefusedSheet';
    this.fault = fault;
  }
}
