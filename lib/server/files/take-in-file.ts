import 'server-only';
import type { RecognisedAttachment } from '@/lib/domain/attachment';
import type { Issue } from '@/lib/domain/issue';
import type { Attachment } from '@/lib/domain/items/content';
import { attachmentText } from '@/lib/files/attachment-text';
import { FileFault } from '@/lib/files/file-fault';
import { recogniseAttachment } from '@/lib/files/recognise-attachment';
import { stillThere } from '@/lib/files/still-there';
import { atMost } from '@/lib/server/at-most';
import type { FileToStore } from '@/lib/server/files/store-file';
import { Refusal } from '@/lib/server/refusal';

export type Uploaded = { name: string; bytes: Uint8Array };

// To open a file takes much more memory than its bytes: two at a time, the others wait.
const opening = atMost(2);

/** Recognises a file and reads it through; refuses with one sentence. */
export async function takeIn({ name, bytes }: Uploaded): Promise<{ listed: Attachment; file: FileToStore }> {
  return opening(async () => {
    const recognised = await recogniseAttachment({ name, bytes });
    if ('issue' in recognised) throw new Refusal([recognised.issue]);
    const { attachment } = recognised;
    const { type, sha256, size } = attachment;
    return {
      listed: { sha256, type, size, name: attachment.name },
      file: { ...attachment, text: await textOf(attachment) },
    };
  });
}

/** The same for what must be a picture; `field` is where the refusal stands. */
export async function takeInPicture(uploaded: Uploaded, field = 'attachment') {
  try {
    const taken = await takeIn(uploaded);
    if (taken.listed.type === 'png' || taken.listed.type === 'jpeg') return taken;
    throw refusedAs(taken.listed.name, 'not_a_picture');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    throw new Refusal(error.issues.map((issue) => ofPicture(issue, field)));
  }
}

// Whatever else it is said to be, what to do is the same.
const otherKinds: readonly string[] = ['type_unknown', 'old_word', 'old_excel', 'old_slides', 'wps', 'macros'];

function ofPicture(issue: Issue, field: string): Issue {
  if (issue.code !== 'attachment_refused') return issue;
  return { ...issue, field, why: otherKinds.includes(issue.why) ? 'not_a_picture' : issue.why };
}

async function textOf(attachment: RecognisedAttachment) {
  try {
    return await attachmentText(attachment);
  } catch (error) {
    if (error instanceof FileFault) throw refusedAs(attachment.name, error.why);
    throw error;
  }
}

export const refusedAs = (name: string, why: FileFault['why']) =>
  new Refusal([{ code: 'attachment_refused', field: 'attachment', name, why }]);

/** Refuses a file that is said to be masked while any of the strings can still be found in it, or in its name. */
export async function refuseRemains(listed: Attachment, { type, bytes }: FileToStore, masked: readonly string[]) {
  if (masked.length === 0) return;
  const remains = await opening(() => stillThere({ type, bytes }, masked));
  const named = masked.find((text) => listed.name.includes(text));
  const found = named === undefined ? remains : [{ text: named, where: { part: 'properties' as const } }, ...remains];
  if (found.length > 0) throw new Refusal([{ code: 'still_there', field: 'attachment', name: listed.name, found }]);
}
