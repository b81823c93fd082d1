import { decoded, fileResponse } from '@/app/(public)/stored-file';
import { publicPhotograph } from '@/lib/server/public/public-attachments';

type Place = { params: Promise<{ organisation: string; item: string; sha256: string; name: string }> };

export const dynamic = 'force-dynamic';

/** The photograph of a posting on a notice board. */
export async function GET(request: Request, { params }: Place) {
  const { organisation, item, sha256, name } = await params;
  const found = await publicPhotograph(organisation, Number(item), sha256, decoded(name));
  return 'file' in found ? fileResponse(found.file, request) : new Response(null, { status: found.status });
}
