import { createHash } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { basePath } from '@/lib/server/organisation/site-address';
import { securityHeaders } from '@/lib/server/security-headers';
import { homeLink, type Refused, refusedWords } from '@/lib/text/edge';
import { type By, headersFor, type Visit } from '@/server/edge/visit';

const style =
  'body{margin:0;background:#f5f6f8;color:#1b1d21;font:1.0625rem/1.75 "Microsoft YaHei","PingFang SC","Noto Sans CJK SC",sans-serif}' +
  'main{max-width:34rem;margin:10vh auto 0;padding:0 1.25rem}h1{font-size:1.5rem;line-height:1.4}a{color:#0f4a86}' +
  ':focus-visible{outline:3px solid #0b5fd6;outline-offset:2px}';
const policy =
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; ` +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

type Extra = { waitSeconds?: number; close?: boolean };

/** Answers by ourselves, without Next.js: a plain page to a reader, one sentence to a program. Never a stack. */
export function refuse(visit: Visit, by: By, status: Refused, { waitSeconds, close }: Extra = {}) {
  const { request, response, sender } = visit;
  visit.by = by;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  for (const name of response.getHeaderNames()) response.removeHeader(name);
  // A form that React sends and a draft that saves itself show text; a page would be no use to them.
  const toProgram = request.url?.startsWith('/api/') || request.headers['next-action'] !== undefined;
  const { type, body } = toProgram ? sentenceFor(status, waitSeconds) : pageFor(status, waitSeconds);
  response.writeHead(status, {
    ...headersFor(sender),
    ...headersOf(type, body, status, waitSeconds),
    ...(status === 405 && { Allow: 'GET, HEAD' }),
    ...(close && { Connection: 'close' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The same on a connection where no request could be made out. */
export function refuseOnSocket(socket: Duplex, status: Refused) {
  const { type, body } = pageFor(status);
  const headers = { ...securityHeaders, ...headersOf(type, body, status), Connection: 'close' };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`);
}

type Said = { type: string; body: Buffer };

function headersOf(type: string, body: Buffer, status: Refused, waitSeconds?: number): Record<string, string> {
  const wait = waitSeconds ?? (status === 503 ? 30 : undefined);
  return {
    'Content-Type': type,
    'Content-Length': String(body.length),
    'Content-Security-Policy': policy,
    'Cache-Control': 'no-store',
    ...(wait !== undefined && { 'Retry-After': String(wait) }),
  };
}

const sentenceFor = (status: Refused, waitSeconds?: number): Said => ({
  type: 'text/plain; charset=utf-8',
  body: Buffer.from(refusedWords(status, waitSeconds).sentence),
});

function pageFor(status: Refused, waitSeconds?: number): Said {
  const { title, sentence } = refusedWords(status, waitSeconds);
  const body =
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>${title}</title>` +
    `<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>` +
    `<body><main><h1>${title}</h1><p>${sentence}</p><p><a href="${basePath()}/">${homeLink}</a></p></main></body></html>`;
  return { type: 'text/html; charset=utf-8', body: Buffer.from(body) };
}
