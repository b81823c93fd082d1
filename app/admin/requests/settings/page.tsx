import type { Metadata } from 'next';
import { SettingsForm } from '@/app/admin/requests/settings/settings-form';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { fixedReadings, openReadings } from '@/lib/domain/requests/settings-form';
import { requireActor } from '@/lib/server/people/session';
import { requestSettings } from '@/lib/server/requests/request-settings';
import { denialSentence } from '@/lib/text/issues';
import { readingOptions, readingQuestion } from '@/lib/text/request-settings';

export const metadata: Metadata = { title: '申请设置' };

type Search = { searchParams: Promise<{ done?: string | string[] }> };

export default async function RequestSettingsPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="申请设置" reason={denialSentence(reason)} />;
  const [{ readings, registerSince, retentionYears, afterRetention }, { done }] = await Promise.all([
    requestSettings(actor),
    searchParams,
  ]);
  const values = {
    ...readings,
    registerSince: registerSince === null ? '' : String(registerSince),
    retentionYears: String(retentionYears),
    afterRetention,
  };
  return (
    <main id="main" className="office-main">
      <PageHead
        title="申请设置"
        note="管理员设置规则，看不到申请人的信息。"
        aside={<a href="/admin/letters/wording">文书措辞、文号和救济途径</a>}
      />
      <div className="grid max-w-240 gap-5">
        {done === 'changed' && <Notice kind="done" title="已保存" live />}
        <SettingsForm readings={openReadings} values={values} />
        <Panel id="fixed" title="没有选择余地的">
          <dl className="grid gap-4 p-4">
            {fixedReadings.map((name) => (
              <div key={name}>
                <dt className="font-strong">{readingQuestion(name)}</dt>
                {readingOptions(name).map(({ value, label }) => (
                  <dd key={value}>{label.replace('（默认）', '')}</dd>
                ))}
              </div>
            ))}
          </dl>
        </Panel>
      </div>
    </main>
  );
}
