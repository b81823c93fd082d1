import { feedResponse } from '@/app/(public)/feed';

type Place = { params: Promise<{ organisation: string }> };

export const dynamic = 'force-dynamic';

export const GET = async (_request: Request, { params }: Place) => feedResponse((await params).organisation);
