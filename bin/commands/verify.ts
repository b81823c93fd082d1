import { parseArgs } from 'node:util';
import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { auditVerify, organisationsToVerify } from '@/lib/server/audit-verify';
import { environment } from '@/lib/server/environment';
import { type Get, verifyPublic } from '@/lib/server/verify-public';
import { brokenSentence, unwitnessedSentence } from '@/lib/text/trail-check';
import { editionLines } from '@/lib/text/verification';

const usage = `用法：bin/gongkai verify [机关网址名] [--all] [--url 网站地址]

像公众一样从网站取回已公开的年度报告，网页和每种格式的文件都逐格、逐段与签发内容比对，
并核对校验码和操作记录。不写网址名就核验所有机关。

  --all   连同以前的各版；不写就只核验现行的一版
  --url   网站地址；不写就用PUBLIC_URL，没有设置就用本机

退出码：0 全部一致；1 有不一致的，逐处列出；2 参数有误。`;

export const verify: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { slug, all, url } = argumentsOf(args);
  const { PUBLIC_URL, PORT } = environment();
  const get = getterAt(url ?? PUBLIC_URL ?? `http://127.0.0.1:${PORT}`);
  return onDatabase(async () => {
    const organisations = await organisationsToVerify(slug);
    if (organisations.length === 0) {
      console.error(slug ? `没有网址名为“${slug}”的机关。` : '还没有建立机关。');
      return 1;
    }
    let faults = 0;
    for (const organisation of organisations) {
      for await (const edition of verifyPublic(organisation.slug, get, all)) {
        faults += edition.faults.length;
        for (const line of editionLines(edition)) console.log(line);
      }
      faults += await auditFaults(organisation);
    }
    console.log(faults === 0 ? '全部一致。' : `共${faults}处不一致。`);
    return faults === 0 ? 0 : 1;
  });
}

async function auditFaults({ id, name }: { id: string; name: string }): Promise<number> {
  const { lines, last, broken, unwitnessed } = await auditVerify(id);
  const faults = [...(broken ? [brokenSentence(broken)] : []), ...unwitnessed.map(unwitnessedSentence)];
  const words = faults.length > 0 ? faults : [`操作记录${lines}条，全部相符。末条校验码：${last.hash}`];
  for (const each of words) console.log(`${name}：${each}`);
  return faults.length;
}

function argumentsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { all: { type: 'boolean', default: false }, url: { type: 'string' } },
    });
    const [slug, ...more] = positionals;
    if (more.length > 0 || (values.url !== undefined && !URL.canParse(values.url))) throw new WrongCall('参数有误。');
    return { slug, ...values };
  } catch (error) {
    if (error instanceof WrongCall) throw error;
    throw new WrongCall('参数有误。');
  }
}

const getterAt =
  (site: string): Get =>
  async (address) => {
    try {
      const response = await fetch(`${site.replace(/\/+$/, '')}${address}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(30_000),
      });
      return { status: response.status, body: new Uint8Array(await response.arrayBuffer()) };
    } catch {
      return null; // nobody answered, which is what is told
    }
  };
