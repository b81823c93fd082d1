import { writeBoardSheets } from '@/lib/documents/board-sheet';
import { papers } from '@/lib/domain/board/posting';
import { publicAddress } from '@/lib/domain/public-address';
import { type SheetOfItem, sheetsOf } from '@/lib/server/items/board';
import { basePath, siteAddress } from '@/lib/server/organisation/site-address';
import { actorOrRefusal, type SignedIn } from '@/lib/server/people/session';
import { Refusal } from '@/lib/server/refusal';
import { sheetsFileName } from '@/lib/text/board';
import { sentence } from '@/lib/text/issues';

const most = 50;

/** The items asked for as sheets for a notice board: ?item=…&item=…&paper=a3. */
export async function GET(request: Request) {
  const { searchParams, origin } = new URL(request.url);
  try {
    const actor = await actorOrRefusal();
    const paper = papers.find((known) => known === searchParams.get('paper')) ?? 'a4';
    const { sheets, images } = await sheetsOf([...new Set(searchParams.getAll('item'))].slice(0, most), actor);
    if (sheets.length === 0) throw new Refusal([{ code: 'not_found' }]);
    const pdf = await writeBoardSheets({ items: sheets.map(withAddress(actor, origin)), paper, images });
    return new Response(new Uint8Array(pdf), { headers: headersFor(sheetsFileName(actor.organisation.name, paper)) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const words = error.issues.map((issue) => sentence(issue, '')).join('\n');
    return new Response(words, { status: 404, headers: { 'content-type': 'text/plain; charset=utf-8' } });
  }
}

const withAddress = (actor: SignedIn, origin: string) => (sheet: SheetOfItem) => {
  const page = publicAddress('standard', actor.organisation.slug, ...sheet.path.split('/'));
  return { ...sheet, address: `${siteAddress() ?? `${origin}${basePath()}`}${page}` };
};

const headersFor = (name: string) => ({
  'content-type': 'application/pdf',
  'content-disposition': `inline; filename*=UTF-8''${encodeURIComponent(name)}`,
  'cache-control': 'no-store',
});
