import { renderToStaticMarkup } from 'react-dom/server';
import { GuidePage } from '@/components/public/guide-page';
import { ItemPage } from '@/components/public/item-page';
import { ReportPage } from '@/components/public/report-page';
import { Html } from '@/components/ui/html';
import type { ComingPage } from '@/lib/server/documents/coming-pages';

/** A public page as HTML, of the components of which Next.js makes the one that readers get. */
export const drawnPage = (page: ComingPage): string =>
  `<!DOCTYPE html>${renderToStaticMarkup(
    <Html side="public" large={page.size === 'large'}>
      {bodyOf(page)}
    </Html>,
  )}`;

function bodyOf(page: ComingPage) {
  switch (page.kind) {
    case 'report':
      return <ReportPage {...page} />;
    case 'item':
      return <ItemPage {...page} />;
    case 'guide':
      return <GuidePage {...page} />;
  }
}
