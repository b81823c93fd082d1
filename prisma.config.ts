import { defineConfig } from 'prisma/config';

// The command line would otherwise try to download a native engine, which closed networks refuse.
// `prisma generate` needs none; migrations go through server/migrations.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma' });
