import { filePolicy, securityHeaders } from '@/lib/server/security-headers';

type Placed = { at: string; live: string | null; gone: readonly string[] };

/**
 * Settings for nginx, to be included in a server: index, page for what is missing, 410 for what is withdrawn, types and
 * the headers that our own answers have. Nothing in it depends on where the folder lies on the disk.
 */
export function nginxSnippet({ at, live, gone }: Placed): string {
  const root = pathOf(at);
  const withdrawn = gone.filter(isPlain).map((address) => `${root}${address}/`);
  const headers = headersFor(pagePolicy(live));
  return `# 政府信息公开静态网站：在 server { } 里 include 本文件。由 bin/gongkai export-site 写成，请勿手工修改。
location ^~ ${root}/ {
  index index.html;
  charset utf-8;
  absolute_redirect off;
  error_page 404 ${root}/404.html;
  types {
${types.map(([type, endings]) => `    ${type} ${endings};`).join('\n')}
  }
  default_type application/octet-stream;
${indented(headers)}
  location ~ /(?:files|postings)/ {
${indented(headersFor(filePolicy), 4)}
  }
  location ^~ ${root}/_next/static/ {
${indented([...headersFor(pagePolicy(live)), 'add_header Cache-Control "public, max-age=31536000, immutable";'], 4)}
  }
}
${withdrawn.map(withdrawnPlace).join('')}location @gongkai_gone {
  charset utf-8;
  default_type text/html;
${indented(headers)}
  try_files "\${uri}index.html" $uri =410;
}
`;
}

// A notice, too, has relative links, which count from the folder in which it lies.
const withdrawnPlace = (address: string) => `location ^~ ${address} {
  absolute_redirect off;
  error_page 410 @gongkai_gone;
  if (-d $request_filename) { rewrite ^(.*[^/])$ $1/ permanent; }
  return 410;
}
`;

/** The path of an address in full, or of a path alone. */
export const pathOf = (at: string) => at.replace(/^https?:\/\/[^/]+/, '');

const isPlain = (address: string) => /^[\w./-]+$/.test(address);

const types = [
  ['text/html', 'html'],
  ['text/css', 'css'],
  ['text/plain', 'txt'],
  ['text/csv', 'csv'],
  ['application/xml', 'xml'],
  ['application/json', 'json'],
  ['application/ld+json', 'jsonld'],
  ['application/pdf', 'pdf'],
  ['application/zip', 'zip'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['image/svg+xml', 'svg'],
  ['image/png', 'png'],
  ['image/jpeg', 'jpg jpeg'],
] as const;

// As proxy.ts says it of public pages; a search may lead to the website that runs.
const pagePolicy = (live: string | null) =>
  [
    ...["default-src 'none'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "font-src 'self'"],
    `form-action 'self'${live === null ? '' : ` ${new URL(live).origin}`}`,
    ...["base-uri 'none'", "frame-ancestors 'none'", "script-src 'none'"],
  ].join('; ');

const headersFor = (policy: string) =>
  Object.entries({ ...securityHeaders, 'Content-Security-Policy': policy }).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );

const indented = (lines: readonly string[], by = 2) => lines.map((line) => `${' '.repeat(by)}${line}`).join('\n');
