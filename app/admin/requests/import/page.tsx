import type { Metadata } from 'next';
import { ImportPage } from '@/app/admin/sheets/import-page';
import { importRooms } from '@/lib/text/import-rooms';

export const metadata: Metadata = { title: importRooms.requests.title };

type Search = { searchParams: Promise<{ problem?: string | string[]; done?: string | string[] }> };

export default function Page({ searchParams }: Search) {
  return <ImportPage room="requests" searchParams={searchParams} />;
}
