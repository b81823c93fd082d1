'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { attachmentLimit } from '@/lib/domain/attachment';
import { words } from '@/lib/domain/input';
import { requestForm } from '@/lib/domain/requests/request-form';
import { type FileAt, formAction } from '@/lib/server/form-action';
import { Refusal } from '@/lib/server/refusal';
import { createRequest } from '@/lib/server/requests/create-request';

const newForm = z.intersection(requestForm, z.object({ restates: words(500).default('') }));

const fileFields = ['application', 'identity', 'other'] as const;

export const createRequestAction = formAction(newForm, async ({ restates, ...form }, actor, file) => {
  const files = await uploadsOf(file);
  const id = await createRequest({ form, files, restates }, actor).catch((error: unknown) => {
    throw placed(error, files);
  });
  redirect(`/admin/requests/${id}?done=created`);
});

type Uploads = { kind: (typeof fileFields)[number]; name: string; bytes: Uint8Array }[];

async function uploadsOf(file: FileAt): Promise<Uploads> {
  const uploads: Uploads = [];
  for (const kind of fileFields) {
    const chosen = file(kind);
    if (chosen) uploads.push({ kind, name: chosen.name, bytes: new Uint8Array(await chosen.arrayBuffer()) });
  }
  const [last] = uploads.slice(-1);
  if (last && uploads.reduce((sum, { bytes }) => sum + bytes.length, 0) > attachmentLimit)
    throw new Refusal([{ code: 'attachment_refused', field: last.kind, name: last.name, why: 'too_large' }]);
  return uploads;
}

// A file that was refused is told at the field it was chosen in.
function placed(error: unknown, files: Uploads): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(
    error.issues.map((issue) => {
      if (issue.code !== 'attachment_refused') return issue;
      return { ...issue, field: files.find(({ name }) => name === issue.name)?.kind ?? 'other' };
    }),
  );
}
