import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { createLetterAction } from '@/app/admin/letters/new/actions';
import { KindChoice } from '@/components/letters/kind-choice';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { letterChoices } from '@/lib/server/letters/letters';
import { requireActor } from '@/lib/server/people/session';
import { denialSentence, sentence } from '@/lib/text/issues';
import { letterGroups, letterKindName, letterUses } from '@/lib/text/letter-form';

export const metadata: Metadata = { title: '拟写文书' };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** First which answer it is to be; its facts are asked for on its own page. */
export default async function NewLetterPage({ searchParams }: Props) {
  const actor = await requireActor();
  const reason = denial(actor, 'create');
  if (reason) return <NoEntry title="拟写文书" reason={denialSentence(reason)} />;
  const { request } = await searchParams;
  const choices = typeof request === 'string' ? await letterChoices(request, actor) : null;
  if (!choices) notFound();
  const { id, year, number, asked } = choices.request;
  const groups = letterGroups.map(({ title, kinds }) => ({
    title,
    kinds: kinds.map((kind) => ({
      ...{ kind, name: letterKindName(kind), use: letterUses[kind] },
      why: (choices.obstacles.get(kind) ?? []).map((issue) => sentence(issue)).join('') || null,
    })),
  }));
  return (
    <main id="main" className="office-main">
      <PageHead
        title="拟写文书"
        above={<a href={`/admin/requests/${id}`}>{`${year}-${number}号申请`}</a>}
        note={asked.length > 80 ? `${asked.slice(0, 80)}……` : asked}
      />
      <div className="grid max-w-[52rem] gap-5">
        {choices.drafts.length > 0 && (
          <Notice title={`这件申请有${choices.drafts.length}份文书正在办理`}>
            <ul>
              {choices.drafts.map(({ id: letter, title }) => (
                <li key={letter}>
                  <a href={`/admin/letters/${letter}`}>{title}</a>
                </li>
              ))}
            </ul>
          </Notice>
        )}
        <Panel id="kind" title="选择文书">
          <KindChoice groups={groups} hidden={{ requestId: id }} verb="开始拟写" action={createLetterAction} />
        </Panel>
      </div>
    </main>
  );
}
