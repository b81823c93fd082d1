import { databaseAnswers } from '@/lib/server/health';

export const dynamic = 'force-dynamic';

/** For whoever watches the process: does it answer, and does its database. */
export async function GET() {
  const healthy = await databaseAnswers();
  return Response.json({ healthy }, { status: healthy ? 200 : 503, headers: { 'Cache-Control': 'no-store' } });
}
