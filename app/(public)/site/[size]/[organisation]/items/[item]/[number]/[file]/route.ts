import { madeFileResponse } from '@/app/(public)/made-file';
import { isItemExtension } from '@/lib/documents/item-formats';
import { publicItemFile } from '@/lib/server/public/public-item-files';
import { publicItemStatus } from '@/lib/server/public/public-items';

type Place = { params: Promise<{ organisation: string; item: string; number: string; file: string }> };

export const dynamic = 'force-dynamic';

/** A published item as PDF or Word: /deting/items/12/1/item.pdf */
export async function GET(_request: Request, { params }: Place) {
  const { organisation, item, number, file } = await params;
  const [, extension = ''] = /^item\.([a-z]+)$/.exec(file) ?? [];
  if (!isItemExtension(extension)) return new Response(null, { status: 404 });
  const place = [organisation, Number(item), Number(number)] as const;
  const found = await publicItemFile(...place, extension);
  if (!found) return new Response(null, { status: await publicItemStatus(...place) });
  return madeFileResponse(found, extension, `${organisation}-item-${item}-${number}`);
}
