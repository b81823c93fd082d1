import type { Metadata } from 'next';
import { PageHead, Panel } from '@/components/office/panel';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { requireAnyActor } from '@/lib/server/people/session';
import { signOutAction, signOutEverywhereAction } from './actions';
import { PasswordForm } from './password-form';

export const metadata: Metadata = { title: '修改密码' };

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function PasswordPage({ searchParams }: Search) {
  const actor = await requireAnyActor();
  const { done } = await searchParams;
  if (actor.mustChangePassword) {
    return (
      <main id="main" className="mx-auto grid w-[min(25rem,100%-2.5rem)] gap-5 pt-[8vh] pb-16">
        <h1 className="text-h2">修改密码</h1>
        <Notice kind="check" title="请先修改密码">
          <p>{actor.name}，您用的是管理员给的一次性密码。换成只有您自己知道的密码，才能办理其他事项。</p>
        </Notice>
        <PasswordForm signInName={actor.signInName} />
        <form action={signOutAction}>
          <Button type="submit" small>
            先不修改，退出登录
          </Button>
        </form>
      </main>
    );
  }
  return (
    <main id="main" className="office-main">
      <PageHead title="密码和登录" note={`账号${actor.signInName}`} />
      <div className="grid max-w-160 gap-5">
        {done === 'changed' && (
          <Notice kind="done" title="密码已修改" live>
            <p>在其他电脑和手机上的登录已经结束。</p>
          </Notice>
        )}
        <Panel id="change" title="修改密码">
          <div className="p-4">
            <PasswordForm signInName={actor.signInName} />
          </div>
        </Panel>
        <Panel id="everywhere" title="在所有设备退出">
          <form action={signOutEverywhereAction} className="grid gap-3 p-4">
            <p>在公用的电脑上忘了退出，或者手机丢失时用。包括现在这一处，都要重新登录。</p>
            <div>
              <Button type="submit">在所有设备退出</Button>
            </div>
          </form>
        </Panel>
      </div>
    </main>
  );
}
