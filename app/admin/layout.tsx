import type { Metadata } from 'next';
import type { ReactNode } from 'react';
import { signOutAction } from '@/app/admin/password/actions';
import { KeyAlarm } from '@/components/office/key-alarm';
import { type MenuItem, Shell } from '@/components/office/shell';
import { VerificationAlarm } from '@/components/office/verification-alarm';
import { Html } from '@/components/ui/html';
import { can } from '@/lib/domain/access';
import { countOfMyBatches } from '@/lib/server/batches/batches';
import { countOfMyWork } from '@/lib/server/documents/work';
import { currentActor, type SignedIn } from '@/lib/server/people/session';
import { missingKeysOf } from '@/lib/server/sealing/missing-keys';
import { standingFaults } from '@/lib/server/verify/verification';
import './office.css';

export async function generateMetadata(): Promise<Metadata> {
  const actor = await currentActor();
  const site = `${actor?.organisation.shortName ?? '政府'}信息公开办公端`;
  return { title: { default: site, template: `%s - ${site}` }, robots: 'noindex' };
}

/** Signing in and the forced change of password stand outside the frame: there is nowhere to go from there. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor || actor.mustChangePassword) return <Html side="office">{children}</Html>;
  const [found, lost] = await Promise.all([standingFaults(actor), missingKeysOf(actor)]);
  return (
    <Html side="office">
      <Shell
        site={`${actor.organisation.shortName}信息公开`}
        who={`${actor.name}　${actor.post}`}
        items={await menuOf(actor)}
        own={<Own />}
      >
        {found && <VerificationAlarm {...found} />}
        {lost.length > 0 && <KeyAlarm keys={lost} />}
        {children}
      </Shell>
    </Html>
  );
}

const Own = () => (
  <>
    <a className="office-item" href="/admin/password">
      修改密码
    </a>
    <form action={signOutAction}>
      <button type="submit" className="office-item">
        退出
      </button>
    </form>
  </>
);

async function menuOf(actor: SignedIn): Promise<MenuItem[]> {
  const open = can(actor, 'view') ? (await countOfMyWork(actor)) + (await countOfMyBatches(actor)) : 0;
  const items = [
    can(actor, 'view') && { href: '/admin', label: open > 0 ? `待办（${open}）` : '待办' },
    can(actor, 'view') && { href: '/admin/reports', label: '年度报告', also: ['/admin/ledger'] },
    can(actor, 'view') && { href: '/admin/items', label: '公开信息', also: ['/admin/board', '/admin/batches'] },
    can(actor, 'view_requests') && { href: '/admin/requests', label: '依申请公开' },
    can(actor, 'view') && { href: '/admin/guide', label: '公开指南' },
    can(actor, 'read_trail') && { href: '/admin/trail', label: '操作记录' },
    can(actor, 'manage') && { href: '/admin/people', label: '人员' },
    can(actor, 'manage') && { href: '/admin/fields', label: '领域' },
    can(actor, 'manage') && { href: '/admin/catalogue', label: '公开目录' },
    can(actor, 'manage') && { href: '/admin/organisation', label: '机关' },
    can(actor, 'manage') && { href: '/admin/requests/settings', label: '申请设置' },
    can(actor, 'manage') && { href: '/admin/letters/wording', label: '文书措辞' },
  ];
  return items.filter((item) => item !== false);
}
