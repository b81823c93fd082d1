import type { Metadata } from 'next';
import { WithdrawPage } from '@/app/admin/withdraw/withdraw-page';
import { guideHistoryOf } from '@/lib/server/documents/trail';

type Props = { params: Promise<{ id: string }> };

export const metadata: Metadata = { title: '撤下' };

export default function Page({ params }: Props) {
  return <WithdrawPage desk="/admin/guide" params={params} find={guideHistoryOf} />;
}
