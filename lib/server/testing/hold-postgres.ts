import { startPostgres } from '@/server/postgres';

// A process that uses the cluster under the given folder until it is killed.
const { ownerUrl } = await startPostgres(process.argv[2] ?? '');
process.stdout.write(ownerUrl);
