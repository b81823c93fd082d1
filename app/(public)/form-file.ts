import type { FormExtension } from '@/lib/documents/application-form';
import { publicGuideStatus } from '@/lib/server/public/public-guide';
import { publicForm } from '@/lib/server/public/public-guide-files';
import { formTitle } from '@/lib/text/guide-form';

/** The application form as it goes out, or why there is none. */
export async function formResponse(organisation: string, extension: FormExtension): Promise<Response> {
  const file = await publicForm(organisation, extension);
  if (!file) return new Response(null, { status: await publicGuideStatus(organisation) });
  const name = encodeURIComponent(`${formTitle}.${extension}`);
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': file.mediaType,
      'Content-Disposition': `attachment; filename="form.${extension}"; filename*=UTF-8''${name}`,
      'Content-Length': String(file.bytes.length),
    },
  });
}
