import type { Metadata } from 'next';
import { PageHead, Panel } from '@/components/office/panel';
import { TrailTable } from '@/components/office/trail-table';
import { Notice } from '@/components/ui/notice';
import { denial } from '@/lib/domain/access';
import { type TrailLine, trail } from '@/lib/server/documents/trail';
import { namesIn } from '@/lib/server/people/names';
import { requireActor } from '@/lib/server/people/session';
import { formatNamed } from '@/lib/server/reports/formats';
import { faultNames } from '@/lib/text/evidence';
import { denialSentence } from '@/lib/text/issues';
import { hashGroups } from '@/lib/text/office';
import { trailRow } from '@/lib/text/trail-rows';

type Props = { searchParams: Promise<{ before?: string | string[] }> };

export const metadata: Metadata = { title: '操作记录' };

/** The trail of the whole organisation, newest first. Reading goes on by the number of the last line shown. */
export default async function TrailPage({ searchParams }: Props) {
  const actor = await requireActor();
  const why = denial(actor, 'read_trail');
  if (why) return <NotForYou why={denialSentence(why)} />;
  const before = lineNumber((await searchParams).before);
  const { lines, next, verified } = await trail(before === null ? {} : { before }, actor);
  const nameOf = await namesIn(actor.organisationId);
  return (
    <main id="main" className="office-main">
      <PageHead
        title="操作记录"
        note={`${actor.organisation.name}，共${verified.lines}条，只能增加，不能修改或者删除`}
      />
      <div className="grid gap-5">
        <Verdict verified={verified} />
        <Panel id="trail" title={before === null ? '最近的记录' : `第${before}条以前的记录`}>
          {lines.length > 0 ? (
            <TrailTable
              caption="操作记录，新的在前"
              rows={lines.map((line) => trailRow(line, contextOf(line, nameOf)))}
            />
          ) : (
            <p className="p-4">没有更早的记录。</p>
          )}
        </Panel>
        <p className="flex gap-6">
          {before !== null && <a href="/admin/trail">最近的记录</a>}
          {next !== null && <a href={`/admin/trail?before=${next}`}>更早的记录</a>}
        </p>
      </div>
    </main>
  );
}

type Trail = Awaited<ReturnType<typeof trail>>;

const contextOf = ({ document }: TrailLine, nameOf: (id: string) => string) => ({
  nameOf,
  format: document?.annualReport ? formatNamed(document.annualReport.formatId) : null,
  named: true,
});

function Verdict({ verified: { lines, last, broken, unwitnessed } }: Pick<Trail, 'verified'>) {
  if (broken) {
    return (
      <Notice kind="stop" title={`操作记录第${broken.sequence}条${faultNames[broken.fault]}`}>
        <p>可能被改动或者删除。请不要继续操作，立即联系系统管理员，并报告上级政府信息公开工作主管部门。</p>
      </Notice>
    );
  }
  if (unwitnessed.length > 0) {
    return (
      <Notice kind="stop" title={`${unwitnessed.length}项办理、定稿或者公开在操作记录里没有对应`}>
        <p>可能绕过本系统改动了数据库。请立即联系系统管理员，并报告上级政府信息公开工作主管部门。</p>
      </Notice>
    );
  }
  return (
    <Notice kind="done" title={`第1条至第${lines}条前后相接，没有缺少、改动或者调换次序`}>
      <p>
        打开本页时从头计算。末条（第{last.sequence}条）校验码 <span className="hash">{hashGroups(last.hash)}</span>
      </p>
    </Notice>
  );
}

const NotForYou = ({ why }: { why: string }) => (
  <main id="main" className="office-main">
    <PageHead title="操作记录" />
    <Notice title="您不能查看操作记录">
      <p>{why}一份文件的记录，在它的办理记录里。</p>
    </Notice>
  </main>
);

// Anything else in the address shows the newest lines.
function lineNumber(text: unknown): number | null {
  return typeof text === 'string' && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
