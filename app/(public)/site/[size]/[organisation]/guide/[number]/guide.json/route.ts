import { signedContentResponse } from '@/app/(public)/signed-content';
import { publicGuideSnapshot, publicGuideStatus } from '@/lib/server/public/public-guide';

type Place = { params: Promise<{ organisation: string; number: string }> };

export const dynamic = 'force-dynamic';

/** What was signed, byte for byte: its SHA-256 is the one that the page prints. */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, number } = await params;
  const place = [organisation, Number(number)] as const;
  const snapshot = await publicGuideSnapshot(...place);
  if (snapshot === null) return new Response(null, { status: await publicGuideStatus(...place) });
  const at = { slug: organisation, path: 'guide', number: Number(number) };
  return signedContentResponse({ ...at, snapshot, plain: `${organisation}-guide-${number}` });
}
