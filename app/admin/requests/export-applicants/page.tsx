import type { Metadata } from 'next';
import { NoEntry } from '@/components/office/no-entry';
import { PageHead, Panel } from '@/components/office/panel';
import { Button } from '@/components/ui/button';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Field } from '@/components/ui/field';
import { denial } from '@/lib/domain/access';
import { problemNamed } from '@/lib/domain/input';
import { requestFilter, requestSearchOf } from '@/lib/domain/requests/register-filter';
import { requireActor } from '@/lib/server/people/session';
import { requestRegisterPage } from '@/lib/server/requests/request-register';
import { denialSentence, sentence } from '@/lib/text/issues';
import { applicantExportHints as hints } from '@/lib/text/request-register';

const title = '导出申请人信息';
export const metadata: Metadata = { title };

type Search = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The register as a file with who asked: for whoever may see them and says what it is for. */
export default async function ExportApplicantsPage({ searchParams }: Search) {
  const actor = await requireActor();
  const reason = denial(actor, 'handle_requests') ?? denial(actor, 'view_applicants');
  if (reason) return <NoEntry title={title} reason={denialSentence(reason)} />;
  const search = await searchParams;
  const filter = { ...requestFilter.parse(search), after: null, before: null };
  const { total } = await requestRegisterPage(filter, actor);
  const problem = problemNamed(search.problem);
  const error = problem ? sentence({ code: 'bad_input', field: 'reason', problem }, '理由') : undefined;
  const chosen = requestSearchOf(filter);
  const to = (format: string) =>
    `/admin/requests/export-applicants/file${chosen}${chosen === '' ? '?' : '&'}format=${format}`;
  return (
    <main id="main" className="office-main">
      <PageHead title={title} above={<a href={`/admin/requests${chosen}`}>依申请公开</a>} note={hints.note(total)} />
      <Panel id="reason-panel" title="理由" className="max-w-240">
        <form method="post" action={to('xlsx')} className="grid gap-4.5 p-4">
          <ErrorSummary errors={error ? [{ field: 'reason', message: error }] : []} title="没有导出" />
          <Field
            name="reason"
            label="导出的理由"
            hint={hints.reason}
            error={error}
            maxLength={200}
            autoComplete="off"
          />
          <p className="flex flex-wrap items-center gap-4">
            <Button type="submit" primary>
              导出XLSX
            </Button>
            <Button type="submit" formAction={to('csv')}>
              导出CSV
            </Button>
            <a href={`/admin/requests${chosen}`}>回到登记簿</a>
          </p>
        </form>
      </Panel>
    </main>
  );
}
