import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Correction } from '@/components/report/correction';
import { ReportDocument } from '@/components/report/report-document';
import { StatusTag } from '@/components/report/status-tag';
import { publicAddress } from '@/lib/domain/public-address';
import { changesBetween } from '@/lib/domain/report/changes';
import type { Report } from '@/lib/domain/report/content';
import { settledDraft } from '@/lib/domain/report/live-numbers';
import { reportOf } from '@/lib/domain/report/report-of';
import { signatory } from '@/lib/domain/workflow/signatory';
import { requireActor, type SignedIn } from '@/lib/server/people/session';
import { publishedReport } from '@/lib/server/public/public-reports';
import { type ReportDesk, reportDesk } from '@/lib/server/reports/reports';
import { correctedPlaces } from '@/lib/text/public';

type Params = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const desk = await reportDesk((await params).id, await requireActor());
  return { title: desk ? `预览${desk.document.year}年年度报告` : '没有找到' };
}

/** The public page over what is drafted or lies with the leaders: the same component, before anything is public. */
export default async function PreviewPage({ params }: Params) {
  const actor = await requireActor();
  const desk = await reportDesk((await params).id, actor);
  if (!desk) notFound();
  const { organisation, document, format, state, frozen, registers } = desk;
  const settled = () => settledDraft(format, state.draft, state.office, registers);
  const report = frozen?.report ?? reportOf(organisation, document.year, format, settled());
  return (
    <main id="main" className="preview">
      <Bar desk={desk} slug={actor.organisation.slug} />
      <div className="wrap">
        <ReportDocument
          report={report}
          format={format}
          published="发布日期：公开时由系统填写"
          signedOn={null}
          above={report.correctionNote && <CorrectionToBe desk={desk} report={report} actor={actor} />}
        />
      </div>
    </main>
  );
}

function Bar({ desk: { document, frozen }, slug }: { desk: ReportDesk; slug: string }) {
  const isPublic = document.status === 'published';
  return (
    <div className="preview-bar">
      <p>
        <b>{isPublic ? '内容与已公开的网页相同' : '预览：尚未公开'}</b>　
        {frozen ? `第${frozen.number}稿` : '起草中的内容，没有填的格子标明“未填”'}　
        <StatusTag status={document.status} />
      </p>
      <p className="flex flex-wrap gap-x-4">
        {isPublic && <a href={publicAddress('standard', slug, ...document.path.split('/'))}>看公开的网页</a>}
        <a href={`/admin/reports/${document.id}`}>回到报告</a>
      </p>
    </div>
  );
}

type ToBe = { desk: ReportDesk; report: Report; actor: SignedIn };

async function CorrectionToBe({ desk, report, actor }: ToBe) {
  const slug = actor.organisation.slug;
  const { publications, document, format, today } = desk;
  const now = await publishedReport(slug, document.year);
  const before = now?.content ? now.edition : null;
  return (
    <Correction
      edition={{ number: (publications.at(-1)?.number ?? 0) + 1, publishedOn: today, signedBy: signatory }}
      note={report.correctionNote ?? ''}
      corrected={now?.content ? correctedPlaces(format, changesBetween(format, now.content.report, report)) : []}
      before={before && { ...before, href: publicAddress('standard', slug, 'reports', document.year, before.number) }}
    />
  );
}
