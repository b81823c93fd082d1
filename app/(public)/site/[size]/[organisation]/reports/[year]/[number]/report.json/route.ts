import { signedContentResponse } from '@/app/(public)/signed-content';
import { publicSnapshot, publicStatus } from '@/lib/server/public/public-reports';

type Place = { params: Promise<{ organisation: string; year: string; number: string }> };

export const dynamic = 'force-dynamic';

/** What was signed, byte for byte: its SHA-256 is the one that the page prints. */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, year, number } = await params;
  const place = [organisation, Number(year), Number(number)] as const;
  const snapshot = await publicSnapshot(...place);
  if (snapshot === null) return new Response(null, { status: await publicStatus(...place) });
  const at = { slug: organisation, path: `reports/${year}`, number: Number(number) };
  return signedContentResponse({ ...at, snapshot, plain: `${organisation}-${year}-${number}` });
}
