import type { NextConfig } from 'next';

export default {
  poweredByHeader: false,
  // Native code, and what must be the same module for Next.js and for the process around it.
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino'],
  // The large-text pages are the pages themselves, under an address that carries the choice from link to link.
  rewrites: async () => [{ source: '/l/:path*', destination: '/:path*' }],
} satisfies NextConfig;
