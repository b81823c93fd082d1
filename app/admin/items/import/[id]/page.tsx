import type { Metadata } from 'next';
import { SheetPage, type SheetRoute } from '@/app/admin/sheets/sheet-page';
import { importRooms } from '@/lib/text/import-rooms';

export const metadata: Metadata = { title: importRooms.items.title };

export default function Page(route: SheetRoute) {
  return <SheetPage room="items" {...route} />;
}
