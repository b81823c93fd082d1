import { signedContentResponse } from '@/app/(public)/signed-content';
import { publicItemSnapshot, publicItemStatus } from '@/lib/server/public/public-items';

type Place = { params: Promise<{ organisation: string; item: string; number: string }> };

export const dynamic = 'force-dynamic';

/** What was signed, byte for byte: its SHA-256 is the one that the page prints. */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, item, number } = await params;
  const place = [organisation, Number(item), Number(number)] as const;
  const snapshot = await publicItemSnapshot(...place);
  if (snapshot === null) return new Response(null, { status: await publicItemStatus(...place) });
  const at = { slug: organisation, path: `items/${item}`, number: Number(number) };
  return signedContentResponse({ ...at, snapshot, plain: `${organisation}-item-${item}-${number}` });
}
