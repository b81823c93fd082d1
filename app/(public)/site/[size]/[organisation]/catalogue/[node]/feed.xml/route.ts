import { feedResponse } from '@/app/(public)/feed';

type Place = { params: Promise<{ organisation: string; node: string }> };

export const dynamic = 'force-dynamic';

export async function GET(_request: Request, { params }: Place) {
  const { organisation, node } = await params;
  return feedResponse(organisation, node);
}
