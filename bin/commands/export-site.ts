import { parseArgs } from 'node:util';
import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { organisationsToVerify } from '@/lib/server/audit-verify';
import { environment } from '@/lib/server/environment';
import { permanentAddresses } from '@/lib/server/public-editions';
import { siteAddress } from '@/lib/server/site-address';
import { askingAt } from '@/server/site-export/ask-site';
import { collectSite, SiteIncomplete } from '@/server/site-export/collect-site';
import { ForeignFolder, openExport } from '@/server/site-export/export-folder';

const usage = `用法：bin/gongkai export-site 目录 [--url 网站地址]

把公开的一面整个导出为静态文件，供上传到县级门户网站：网页（标准和大字）、订阅、各种格式的
文件、附件、撤下说明和404.html。链接都是相对的，放在哪里都能打开。再次导出时只改写有变化的
文件，删除已不公开的。目录应为空，或者是以前导出的。服务须在运行。

  --url   从哪里取；不写就从本机

查找要由运行中的网站来做：设置了PUBLIC_URL的，导出的网页到那里查找；没有设置的，不带查找。
退出码：0 已导出；1 没有导出，原因另行说明；2 参数有误。`;

export const exportSite: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { folder, url } = argumentsOf(args);
  const { PORT, BASE_PATH } = environment();
  const from = await onDatabase(async () => {
    const begin = ['/', '/l'];
    for (const { slug } of await organisationsToVerify(undefined)) {
      begin.push(`/${slug}`, `/l/${slug}`, ...(await permanentAddresses(slug)));
    }
    return begin;
  });
  try {
    const folderOpen = await openExport(folder);
    const ask = askingAt(url ?? `http://127.0.0.1:${PORT}`);
    const missing = await ask('/404.html');
    const { gone } = await collectSite({ from, base: BASE_PATH, live: siteAddress(), ask, put: folderOpen.put });
    if (missing) await folderOpen.put('404.html', missing.body);
    const { written, removed, kept } = await folderOpen.close(gone);
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
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { url: { type: 'string' } } });
    const [folder, ...more] = positionals;
    if (!folder || more.length > 0 || (values.url !== undefined && !URL.canParse(values.url))) {
      throw new WrongCall('参数有误。');
    }
    return { folder, ...values };
  } catch (error) {
    if (error instanceof WrongCall) throw error;
    throw new WrongCall('参数有误。');
  }
}
