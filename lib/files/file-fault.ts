import type { AttachmentFault } from '@/lib/domain/attachment';

/** A file that is not to be taken, and why. Thrown while it is read; `recogniseAttachment` turns it into an issue. */
export class FileFault extends Error {
  readonly why: AttachmentFault;

  constructor(why: AttachmentFault, detail = '') {
    super(detail === '' ? why : `${why}: ${detail}`);
    this.why = why;
  }
}
