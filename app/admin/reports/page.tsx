import type { Metadata } from 'next';
import { createReportAction } from '@/app/admin/reports/actions';
import { NewReport } from '@/components/editor/list/new-report';
import { ReportTable } from '@/components/editor/list/report-table';
import { PageHead, Panel } from '@/components/office/panel';
import { requireActor } from '@/lib/server/people/session';
import { reportList } from '@/lib/server/reports/reports';
import { denialSentence } from '@/lib/text/issues';

export const metadata: Metadata = { title: '年度报告' };

export default async function ReportsPage() {
  const { reports, openYears, mayCreate, today } = await reportList(await requireActor());
  return (
    <main className="office-main" id="main">
      <PageHead
        title="年度报告"
        note="每年一份，由起草人建立，经分管领导审批、主要领导签发后公开。"
        aside={<a href="/admin/ledger">行政管理台账</a>}
      />
      <Panel id="reports" title="各年度">
        <ReportTable reports={reports} today={today} />
      </Panel>
      <Panel id="new-report" title="建立年度报告" className="mt-5">
        <NewReport
          years={openYears}
          dueYear={Number(today.slice(0, 4)) - 1}
          cannot={mayCreate && denialSentence(mayCreate)}
          action={createReportAction}
        />
      </Panel>
    </main>
  );
}
