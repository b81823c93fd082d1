import { parseArgs } from 'node:util';
import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { environment } from '@/lib/server/environment';
import { siteAddress } from '@/lib/server/organisation/site-address';
import { permanentAddresses } from '@/lib/server/public/public-editions';
import { organisationsToVerify } from '@/lib/server/verify/audit-verify';
import { askingAt } from '@/server/site-export/ask-site';
import { SiteIncomplete } from '@/server/site-export/collect-site';
import { ForeignFolder } from '@/server/site-export/export-folder';
import { exportSite as exportTo } from '@/server/site-export/export-site';

const usage = `用法：bin/gongkai export-site 目录 [--url 网站地址] [--at 放置地址]

把公开的一面整个导出为静态文件，供上传到县级门户网站：网页（标准和大字）、订阅、各种格式的
文件、附件、撤下说明、404.html、robots.txt和站点地图，连同给服务器管理人员的README.txt和
nginx设置。链接都是相对的。再次导出时只改写有变化的文件，删除已不公开的。目录应为空，或者是
以前导出的。服务须在运行。

  --url   从哪里取；不写就从本机
  --at    导出后放到哪里，如https://www.example.gov.cn/gk；404.html、站点地图和nginx设置按它写，
          不写就用BASE_PATH，没有设置就当作网站根目录

查找要由运行中的网站来做：设置了PUBLIC_URL的，导出的网页到那里查找；没有设置的，不带查找。
退出码：0 已导出；1 没有导出，原因另行说明；2 参数有误。`;

export const exportSite: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { folder, url, at } = argumentsOf(args);
  const { PORT, BASE_PATH } = environment();
  const from = await onDatabase(async () => {
    const begin = ['/', '/l'];
    for (const { slug } of await organisationsToVerify(undefined)) {
      begin.push(`/${slug}`, `/l/${slug}`, ...(await permanentAddresses(slug)));
    }
    return begin;
  });
  try {
    const ask = askingAt(url ?? `http://127.0.0.1:${PORT}`);
    const options = { from, base: BASE_PATH, live: siteAddress(), at: (at ?? BASE_PATH).replace(/\/+$/, ''), ask };
    const { written, removed, kept } = await exportTo(folder, options);
    console.log(`写入${written.length}个文件，删除${removed.length}个，没有变化的${kept}个。`);
    return 0;
  } catch (error) {
    if (error instanceof ForeignFolder) console.error(`${folder}不是空目录，也不是以前导出的，没有改动。`);
    else if (error instanceof SiteIncomplete) {
      console.error(
        `没有导出完：${error.address}${error.status === null ? '没有应答' : `应答${error.status}`}。已有的文件没有删除。`,
      );
    } else throw error;
    return 1;
  }
}

function argumentsOf(args: string[]) {
  try {
    const options = { url: { type: 'string' }, at: { type: 'string' } } as const;
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
    const [folder, ...more] = positionals;
    const isAddress = (value = 'http://localhost') => /^https?:\/\/[\w.:[\]-]+(?:\/[\w./-]*)?$/.test(value);
    if (!folder || more.length > 0 || !isAddress(values.url) || !isAddress(values.at))
      throw new WrongCall('参数有误。');
    return { folder, ...values };
  } catch (error) {
    if (error instanceof WrongCall) throw error;
    throw new WrongCall('参数有误。');
  }
}
