import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { auditVerify, organisationsToVerify } from '@/lib/server/verify/audit-verify';
import { brokenSentence, unwitnessedSentence } from '@/lib/text/trail-check';

const usage = `用法：bin/gongkai audit verify [机关网址名]

逐条重算操作记录的校验码，并与办理、稿件和公开记录逐项核对。不写网址名就核验所有机关。
全部相符时退出码为0；有对不上的为1，并指出第一条。`;

export const audit: Command = { usage, run };

async function run([what, slug, ...rest]: string[]): Promise<number> {
  if (what !== 'verify' || rest.length > 0) throw new WrongCall('参数有误。');
  const verdicts = await onDatabase(async () => {
    const organisations = await organisationsToVerify(slug);
    return Promise.all(organisations.map(async ({ id, name }) => ({ name, ...(await auditVerify(id)) })));
  });
  if (verdicts.length === 0) {
    console.error(slug ? `没有网址名为“${slug}”的机关。` : '还没有建立机关。');
    return 1;
  }
  for (const { name, lines, last, broken, unwitnessed } of verdicts) {
    const faults = [...(broken ? [brokenSentence(broken)] : []), ...unwitnessed.map(unwitnessedSentence)];
    if (faults.length === 0) console.log(`${name}：${lines}条，全部相符。末条校验码：${last.hash}`);
    for (const fault of faults) console.log(`${name}：${fault}`);
  }
  return verdicts.some(({ broken, unwitnessed }) => broken || unwitnessed.length > 0) ? 1 : 0;
}
