import { parseArgs } from 'node:util';
import { type Command, WrongCall } from '@/bin/command';
import { readJson, refusedPlaces, Unusable } from '@/bin/json-file';
import { clockOfCourse } from '@/lib/domain/requests/clock';
import { courseOf } from '@/lib/domain/requests/course';
import { requestEventFile } from '@/lib/domain/requests/event-file';
import { requestDay } from '@/lib/domain/requests/events';
import type { Ground } from '@/lib/domain/requests/ground';
import { ledgerOfCourse } from '@/lib/domain/requests/ledger';
import { obstacleArticles } from '@/lib/domain/requests/obstacles';
import { type Reading, readingChoices } from '@/lib/domain/requests/readings';
import { replay } from '@/lib/domain/requests/replay';
import { today as todayHere } from '@/lib/server/clock';
import { calendarInForce } from '@/lib/server/organisation/calendar';
import { weekdayName } from '@/lib/text/days';
import { articleShort } from '@/lib/text/request-articles';
import { clockSentence, ledgerSentence, remarkSentence, stepActors, stepNames } from '@/lib/text/request-ledger';
import { readingTexts } from '@/lib/text/request-readings';
import { obstacleSentences, requestEventNames } from '@/lib/text/requests';

const described = 'docs/request-events-json.md';
const usage = `用法：bin/gongkai clock 事项.json [--today 2024-03-01]
      bin/gongkai clock --readings

按一件申请的事项（登记、收到、补正、征求意见……）计算各步的最后日期，并逐日说明计不计入期限，输出JSON；
文件格式见 ${described}。

  --today     从哪一天看；不写就用文件里的，文件里没有就用今天
  --readings  列出条文没有写明之处的计算口径，每项标明依据和可选的口径

退出码：0 算出；1 有的事项与其他事项矛盾，没有计入；2 文件不能用。`;

export const clock: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { file, today, readings } = argumentsOf(args);
  if (readings) {
    console.log(readingList());
    return 0;
  }
  try {
    return reckon(file, today);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    console.error(error.message);
    return 2;
  }
}

function argumentsOf(args: string[]) {
  const { values, positionals } = parsed(args);
  const [file = '', ...more] = positionals;
  if (more.length > 0 || (file === '') !== (values.readings ?? false)) throw new WrongCall('请给出一个事项文件。');
  const today = values.today === undefined ? undefined : requestDay.safeParse(values.today);
  if (today && !today.success) throw new WrongCall('日期有误，请按2024-03-01的样子填写。');
  return { file, today: today?.data, readings: values.readings ?? false };
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { today: { type: 'string' }, readings: { type: 'boolean' } },
    });
  } catch {
    throw new WrongCall('参数有误。');
  }
}

function reckon(file: string, asked: Ground['today'] | undefined): number {
  const content = requestEventFile.safeParse(readJson(file, described));
  if (!content.success) {
    throw new Unusable(
      `“${file}”不是事项文件：${refusedPlaces(content.error)}缺少或者不合规定。文件格式见 ${described}。`,
    );
  }
  const { events, readings, today } = content.data;
  const ground: Ground = { calendar: calendarInForce(), today: asked ?? today ?? todayHere(), readings };
  const misfits = replay(events).misfits.map(({ event, because }) => ({
    ...{ event: event.id, kind: event.kind, name: requestEventNames[event.kind], because },
    ...{ article: obstacleArticles[because], text: obstacleSentences[because] },
  }));
  console.log(
    JSON.stringify({ today: ground.today, readings, misfits, ...told(courseOf(events, ground), ground) }, null, 2),
  );
  return misfits.length > 0 ? 1 : 0;
}

/** The clock and the ledger with their Chinese wording beside each value. */
function told(course: ReturnType<typeof courseOf>, ground: Ground) {
  const clock = clockOfCourse(course, ground);
  return {
    stage: course.state.stage,
    ...clock,
    text: clockSentence(clock),
    steps: clock.steps.map((step) => ({
      ...{ ...step, title: stepNames[step.name], actor: stepActors[step.who], basis: articleShort(step.article) },
    })),
    remarks: clock.remarks.map((remark) => ({ ...remark, text: remarkSentence(remark) })),
    ledger: ledgerOfCourse(course, ground).map((day) => ({
      ...{ ...day, weekday: weekdayName(day.day), text: ledgerSentence(day), basis: articleShort(day.article) },
    })),
  };
}

function readingList(): string {
  const names = Object.keys(readingChoices) as Reading[]; // the keys of the table
  return names.map(readingEntry).join('\n\n');
}

function readingEntry(name: Reading): string {
  const { article, choices } = readingChoices[name];
  const { question, choices: said } = readingTexts[name];
  const texts: Record<string, string> = said;
  const lines = choices.map((choice, at) => `  ${at === 0 ? '✓' : ' '} ${choice}：${texts[choice]}`);
  const note = choices.length === 1 ? '（不设选项）' : '';
  return [`${name}  ${question}${note}`, ...lines, `  依据：${articleShort(article)}`].join('\n');
}
