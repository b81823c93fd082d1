'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction } from '@/lib/server/form-action';
import { createReport } from '@/lib/server/reports/create-report';

const yearForm = z.object({ year: z.coerce.number('unknown_choice').int('unknown_choice').min(2000).max(2200) });

export const createReportAction = formAction(yearForm, async (input, actor) => {
  redirect(`/admin/reports/${await createReport(input, actor)}`);
});
