import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { publicSnapshot, publishedReport } from '@/lib/server/public/public-reports';

const usage = `用法：bin/gongkai export-report 机关网址名 年份 [版次]

输出已公开的年度报告（JSON），与签发时逐字节相同；格式见 docs/report-json.md。
不写版次就输出现行的一版。`;

export const exportReport: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const [slug, year, number] = args;
  if (!slug || !isNumber(year) || (number !== undefined && !isNumber(number)) || args.length > 3) {
    throw new WrongCall('参数有误。');
  }
  const edition = number === undefined ? undefined : Number(number);
  const { found, snapshot } = await onDatabase(() => publicReport(slug, Number(year), edition));
  if (snapshot === null) {
    const notice = found?.withdrawal;
    console.error(notice ? `${notice.title}已撤下：${notice.reason}` : `“${slug}”没有公开${year}年的年度报告。`);
    return 1;
  }
  // No line break at the end: the bytes are those that the printed SHA-256 is of.
  process.stdout.write(snapshot);
  return 0;
}

async function publicReport(slug: string, year: number, number: number | undefined) {
  const found = await publishedReport(slug, year, number);
  return { found, snapshot: found && (await publicSnapshot(slug, year, found.edition.number)) };
}

const isNumber = (text: string | undefined) => text !== undefined && /^\d{1,4}$/.test(text);
