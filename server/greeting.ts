import type { Environment } from '@/lib/server/environment';

/** Loads the demonstration into an empty database, and says where to go and how to sign in. */
export async function greet({ PORT, PUBLIC_URL }: Environment) {
  console.log(`政务公开工作台：${PUBLIC_URL ?? `http://localhost:${PORT}`}`);
}
