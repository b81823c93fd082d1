import { join } from 'node:path';
import { type Command, WrongCall } from '@/bin/command';
import { readJson, Unusable } from '@/bin/json-file';
import { type Arrangement, type Calendar, calendar as known } from '@/lib/domain/calendar/calendar';
import { checkNotice } from '@/lib/domain/calendar/notice-check';
import { environment } from '@/lib/server/environment';
import { calendarInForce, keepArrangement } from '@/lib/server/organisation/calendar';
import { sentence } from '@/lib/text/issues';
import { writableFolder } from '@/server/database';

const usage = `用法：bin/gongkai calendar
      bin/gongkai calendar load 放假安排.json

不写参数：列出已有放假安排的年份。没有安排的年份，期限按周末推算，标明“暂定”。
load：核对一年的放假安排并保存到数据目录，期限随即重新计算，不用重新启动；同一年的后载入的为准。
文件格式见 docs/request-events-json.md。

退出码：0 已载入；1 安排有问题，没有载入；2 文件不能用。`;

export const calendar: Command = { usage, run };

async function run([what, file, ...rest]: string[]): Promise<number> {
  if (what === undefined) return list(calendarInForce());
  if (what !== 'load' || file === undefined || rest.length > 0) throw new WrongCall('参数有误。');
  try {
    const content = readJson(file, 'docs/request-events-json.md');
    await writableFolder(join(environment().DATA_DIR, 'calendar'));
    return load(content, calendarInForce());
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    return 2;
  }
}

function list({ arrangements }: Calendar): number {
  const years = [...arrangements].sort((one, other) => one.year - other.year);
  console.log(years.map((each) => `${each.year}年  ${source(each)}`).join('\n'));
  return 0;
}

const source = (each: Arrangement) =>
  `${each.notices.map(({ number }) => number).join('、')}${known.arrangements.includes(each) ? '' : '（本机关载入）'}`;

function load(content: unknown, before: Calendar): number {
  const { arrangement, issues, workingDays, statutoryDays } = checkNotice(content, before);
  if (!arrangement || issues.length > 0) {
    for (const issue of issues) console.error(sentence(issue));
    console.error('没有载入。请对照国务院办公厅的通知改正后再载入。');
    return 1;
  }
  const file = keepArrangement(arrangement);
  const instead = before.years.has(arrangement.year) ? '，替换原来的安排' : '';
  console.log(`${arrangement.year}年放假安排已载入${instead}：全年${workingDays}个工作日。文件：${file}`);
  if (statutoryDays !== 13) {
    console.log(`请核对：放假占用的工作日比调休上班的周末多${statutoryDays}天，2025年起一般为13天。`);
  }
  return 0;
}
