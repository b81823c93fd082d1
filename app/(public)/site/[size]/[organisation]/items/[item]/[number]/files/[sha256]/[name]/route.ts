import { decoded, fileResponse } from '@/app/(public)/stored-file';
import { publicAttachment } from '@/lib/server/public/public-attachments';

type Place = { params: Promise<{ organisation: string; item: string; number: string; sha256: string; name: string }> };

export const dynamic = 'force-dynamic';

/** An attachment or a picture of one edition. */
export async function GET(request: Request, { params }: Place) {
  const { organisation, item, number, sha256, name } = await params;
  const found = await publicAttachment(organisation, Number(item), Number(number), sha256, decoded(name));
  return 'file' in found ? fileResponse(found.file, request) : new Response(null, { status: found.status });
}
