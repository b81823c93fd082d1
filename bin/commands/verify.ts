import { parseArgs } from 'node:util';
import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { now } from '@/lib/server/clock';
import { environment } from '@/lib/server/environment';
import { siteAddress } from '@/lib/server/organisation/site-address';
import { organisationsToVerify } from '@/lib/server/verify/audit-verify';
import { getterAt } from '@/lib/server/verify/get-public';
import { keepOutcome, verifyAll } from '@/lib/server/verify/verification';
import type { Get } from '@/lib/server/verify/verify-public';
import { editionLines, verificationSentence } from '@/lib/text/verification';

const usage = `用法：bin/gongkai verify [机关网址名] [--all] [--url 网站地址]

像公众一样从网站取回已公开的年度报告、信息和指南，网页（两种字号）和每种格式的文件都逐格、逐段
与签发内容比对，撤下的要只剩公告，索引和订阅源要与公开记录一致，并核对校验码和操作记录。
不写网址名就核验所有机关。

  --all   连同以前的各版；不写就只核验现行的一版。全部一致时，办公端不再提示以前发现的问题
  --url   网站地址；不写就用PUBLIC_URL，没有设置就用本机

退出码：0 全部一致；1 有不一致的，逐处列出；2 参数有误。`;

export const verify: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { slug, all, url } = argumentsOf(args);
  const { PORT, BASE_PATH } = environment();
  const get = getterAt(url ?? siteAddress() ?? `http://127.0.0.1:${PORT}${BASE_PATH}`);
  return onDatabase(async () => {
    const organisations = await organisationsToVerify(slug);
    if (organisations.length === 0) {
      console.error(slug ? `没有网址名为“${slug}”的机关。` : '还没有建立机关。');
      return 1;
    }
    let faults = 0;
    // Another copy of the website may be in order while our own is not.
    for (const organisation of organisations) faults += await faultsOf(organisation, get, all, url === undefined);
    console.log(faults === 0 ? '全部一致。' : `共${faults}处不一致。`);
    return faults === 0 ? 0 : 1;
  });
}

type Verified = { id: string; slug: string; name: string };

async function faultsOf({ name, ...organisation }: Verified, get: Get, all: boolean, own: boolean): Promise<number> {
  const at = now();
  const outcome = await verifyAll(organisation, get, {
    all,
    heard: (edition) => {
      for (const line of editionLines(edition)) console.log(line);
    },
  });
  const { faultCount, trail } = outcome;
  const lines = trail.faults.map(verificationSentence);
  if (lines.length === 0) lines.push(`操作记录${trail.lines}条，全部相符。末条校验码：${trail.last.hash}`);
  for (const line of lines) console.log(`${name}：${line}`);
  if (all && own && faultCount === 0) await keepOutcome(organisation.id, outcome, at, null);
  return faultCount;
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
