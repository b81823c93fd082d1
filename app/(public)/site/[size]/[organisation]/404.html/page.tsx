import { OrganisationLacks } from '@/app/(public)/no-such-page';
import { sizeOf } from '@/lib/domain/public-address';

type Props = { params: Promise<{ size: string; organisation: string }> };

/** An address below an organisation that names nothing. */
export default async function Page({ params }: Props) {
  const { size, organisation } = await params;
  return <OrganisationLacks slug={organisation} size={sizeOf(size)} />;
}
