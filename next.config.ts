import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // script/test checks the types, of the tests too; a server that is being set up need not.
  typescript: { ignoreBuildErrors: true },
  // Native code, and what must be the same module for Next.js and for the process around it.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino'],
} satisfies NextConfig;
