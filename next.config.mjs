// Plain JavaScript, so that no start has to load a compiler for it.
/** @type {import('next').NextConfig} */
export default {
  poweredByHeader: false,
  // script/test checks the types, of the tests too; a server that is being set up need not.
  typescript: { ignoreBuildErrors: true },
  allowedDevOrigins: ['127.0.0.1'],
  // What the page cache asks for comes with its title in its head; streamed, it would come where time put it.
  htmlLimitedBots: /^gongkai-page-cache$/,
  // Native code, and what must be the same module for Next.js and for the process around it.
  serverExternalPackages: [
    ...['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'pg', 'pino', 'rate-limiter-flexible'],
    ...['docx', 'exceljs', 'mammoth', 'pdfjs-dist'],
  ],
  experimental: {
    // The first page is not to wait for all others to be loaded.
    preloadEntriesOnStart: false,
    // An attachment of 20 MB passes proxy.ts whole; what is longer is refused before it comes here.
    proxyClientMaxBodySize: '24mb',
    // So does a photograph with its form; proxy.ts holds all other forms to their length.
    serverActions: { bodySizeLimit: '22mb' },
  },
};
