import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { type KeyUse, keyUses, rotateKeys } from '@/lib/server/sealing/reseal';

const usage = `用法：bin/gongkai keys list
      bin/gongkai keys rotate

申请人的证件号码、住址、电话、邮箱和材料加密保存。密钥在环境变量 REQUEST_KEYS 里，没有设的在数据目录的 request-keys.json 里。
list 列出密钥，各有多少件用它加密。rotate 增加一把密钥，逐件换用它；中断了再运行一次，接着办完。
密钥由 REQUEST_KEYS 给出的，先把新密钥加在最后，重启，再运行 rotate。旧密钥在 list 里显示为0以后才能删去，备份仍要用它打开。
有打不开的密钥时退出码为1。`;

export const keys: Command = { usage, run };

async function run([what, ...rest]: string[]): Promise<number> {
  if (rest.length > 0 || (what !== 'list' && what !== 'rotate')) throw new WrongCall('参数有误。');
  return onDatabase(async () => {
    if (what === 'rotate') {
      const { key, begun, requests, files } = await rotateKeys();
      console.log(`${begun === 'new_key' ? '已换用' : '接着换用'}密钥 ${key}：申请${requests}件，材料${files}份。`);
    }
    const uses = await keyUses();
    for (const use of uses) console.log(lineOf(use));
    return uses.some(({ known }) => !known) ? 1 : 0;
  });
}

const lineOf = ({ id, madeAt, current, known, requests, files }: KeyUse) =>
  [
    `${id}　申请${requests}件　材料${files}份`,
    ...(madeAt ? [`${madeAt.slice(0, 10)}生成`] : []),
    ...(current ? ['正在使用'] : []),
    ...(known ? [] : ['没有这把密钥，打不开']),
  ].join('　');
