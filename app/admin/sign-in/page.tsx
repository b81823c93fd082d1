import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Notice } from '@/components/ui/notice';
import { soleOrganisation } from '@/lib/server/organisation/sole-organisation';
import { currentActor } from '@/lib/server/people/session';
import { lapseNotices } from '@/lib/text/accounts';
import { SignInForm } from './sign-in-form';

export const metadata: Metadata = { title: '登录' };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function SignInPage({ searchParams }: Search) {
  const { why, back } = await searchParams;
  if (await currentActor()) redirect('/admin');
  const organisation = await soleOrganisation();
  const notice = typeof why === 'string' && Object.hasOwn(lapseNotices, why) ? lapseNotices[why] : undefined;
  return (
    <main id="main" className="mx-auto grid w-[min(25rem,100%-2.5rem)] gap-5 pt-[12vh] pb-16">
      <p className="flex flex-wrap items-baseline justify-center gap-x-4.5 border-red border-b-2 pb-4 font-serif text-[1.125rem] leading-[1.3]">
        {organisation && <strong className="text-[1.75rem] text-red tracking-[0.06em]">{organisation.name}</strong>}
        信息公开办公端
      </p>
      {notice && (
        <Notice title={notice.title} live>
          <p>{notice.more}</p>
        </Notice>
      )}
      <h1 className="sr-only">登录</h1>
      <SignInForm back={typeof back === 'string' ? back : '/admin'} />
      <p className="text-ink-2 text-note">
        忘记密码，或者连续5次输错被锁定，请找本机关的系统管理员。每人一个账号，不要转借。
      </p>
      <p className="text-ink-2 text-note">本系统不是涉密系统，严禁录入国家秘密和工作秘密。</p>
    </main>
  );
}
