import { formResponse } from '@/app/(public)/form-file';

type Place = { params: Promise<{ organisation: string }> };

export const dynamic = 'force-dynamic';

/** The application form: /deting/guide/form.pdf */
export const GET = async (_request: Request, { params }: Place) => formResponse((await params).organisation, 'pdf');
