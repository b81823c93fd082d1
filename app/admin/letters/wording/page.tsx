import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { letterKinds } from '@/lib/domain/requests/letters';
import { letterWording } from '@/lib/server/letters/letter-wording';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence } from '@/lib/text/issues';
import { letterGroups, letterKindName, letterUses } from '@/lib/text/letter-form';
import { usualClosing, usualOpening } from '@/lib/text/request-letters';
import { LetterheadForm, WordingForm } from './forms';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: '文书措辞' };

/** The office's own words for its letters, where the law leaves them. */
export default async function WordingPage({ searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'manage');
  if (reason) return <NoEntry title="文书措辞" reason={denialSentence(reason)} />;
  const [{ letters, office }, { kind: wanted, done }] = await Promise.all([letterWording(actor), searchParams]);
  const kind = letterKinds.find((each) => each === wanted);
  const blank = { opening: '', explanation: '', closing: '' };
  return (
    <main id="main" className="office-main">
      <PageHead
        title="文书措辞"
        above={<a href="/admin/requests/settings">申请设置</a>}
        note="改动只用于以后送审的文书。依据的条款、理由、检索情况、救济途径和联系方式由系统写入，不能修改或者删去。"
      />
      <div className="grid max-w-240 gap-5">
        {done === 'changed' && <Notice kind="done" title="已保存" live />}
        {kind ? (
          <Panel id="wording" title={letterKindName(kind)} aside={<a href="/admin/letters/wording">所有文书</a>}>
            <p className="px-4 pt-4">{letterUses[kind]}</p>
            <WordingForm
              kind={kind}
              manner={letters.wording[kind] ?? blank}
              usual={{ ...blank, opening: usualOpening(kind), closing: usualClosing }}
            />
          </Panel>
        ) : (
          <>
            <Panel id="letterhead" title="文号和救济途径">
              <LetterheadForm
                letterhead={letters}
                above={letters.reconsiderationOrgan ? '' : office.reconsiderationOrgan}
              />
            </Panel>
            {letterGroups.map(({ title, kinds }) => (
              <Panel key={title} id={`group-${kinds[0]}`} title={title}>
                <ul className="p-4">
                  {kinds.map((each) => (
                    <li key={each} className="py-1">
                      <a href={`/admin/letters/wording?kind=${each}`}>{letterUses[each]}</a>
                      <span className="text-ink-2 text-note">
                        　{letterKindName(each)}
                        {letters.wording[each] && '，已改措辞'}
                      </span>
                    </li>
                  ))}
                </ul>
              </Panel>
            ))}
          </>
        )}
      </div>
    </main>
  );
}
