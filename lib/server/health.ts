import 'server-only';
import { answersInTime } from '@/lib/server/answers-in-time';
import { db } from '@/lib/server/db';

/** Whether the database answers within two seconds. */
export const databaseAnswers = () => answersInTime(db.$queryRaw`SELECT 1`);
