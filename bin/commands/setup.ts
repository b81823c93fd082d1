import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { text as readAll } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Command, onDatabase, WrongCall } from '@/bin/command';
import { newOrganisation, signInName } from '@/lib/domain/account';
import { badInput, line, optionalLine, secret } from '@/lib/domain/input';
import type { Issue } from '@/lib/domain/issue';
import { foundOrganisation } from '@/lib/server/organisation/found-organisation';
import { Refusal } from '@/lib/server/refusal';
import { sentence } from '@/lib/text/issues';

const questions = {
  slug: '网址名（小写字母、数字和连字符，以后不能改，如 deting）',
  name: '机关全称（如 德亭镇人民政府）',
  'short-name': '地名（如 德亭镇）',
  level: '类别（township 乡镇、street 街道、county 县、department 部门、city 市）',
  office: '政府信息公开工作机构（如 德亭镇人民政府党政办公室）',
  admin: '管理员账号（小写字母和数字）',
  person: '管理员姓名',
} as const;
type Flag = keyof typeof questions;

const usage = `用法：bin/gongkai setup [参数]

建立机关和第一位管理员；其他人员由管理员登录后添加。没有给出的参数逐项询问。

${Object.entries(questions)
  .map(([flag, question]) => `  --${flag.padEnd(10)} ${question}`)
  .join('\n')}
  --post       管理员职务，可以不填
  --parent     上级机关的网址名，可以不填

密码不写在命令行里：用环境变量 GONGKAI_ADMIN_PASSWORD 给出，或者从标准输入读入，或者当面输入。`;

export const setup: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const given = await completed(parse(args));
  const input = inputOf(given);
  try {
    await onDatabase(() => foundOrganisation(input.organisation, input.administrator));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    for (const issue of error.issues) console.error(told(issue));
    return 1;
  }
  const { organisation, administrator } = input;
  console.log(`${organisation.name}已建立。请用账号${administrator.signInName}登录，添加人员和领域。`);
  return 0;
}

type Given = Partial<Record<Flag | 'post' | 'parent' | 'password', string>>;

function parse(args: string[]): Given {
  const options = Object.fromEntries(
    [...Object.keys(questions), 'post', 'parent'].map((flag) => [flag, { type: 'string' } as const]),
  );
  try {
    return parseArgs({ args, options, allowPositionals: false }).values as Given;
  } catch (error) {
    const [, wrong = ''] = /'([^']*)'/.exec(String(error)) ?? [];
    throw new WrongCall(`参数有误：${wrong}`);
  }
}

// A password on the command line would stand in the list of processes and in the history of the shell.
async function completed(given: Given): Promise<Given> {
  const missing = (Object.keys(questions) as Flag[]).filter((flag) => given[flag] === undefined);
  const kept = process.env.GONGKAI_ADMIN_PASSWORD;
  if (process.stdin.isTTY) return { ...given, ...(await ask(missing, kept)) };
  if (missing.length > 0) throw new WrongCall(`缺少参数：${missing.map((flag) => `--${flag}`).join('、')}。`);
  return { ...given, password: kept ?? (await readAll(process.stdin)).replace(/\r?\n$/, '') };
}

async function ask(missing: readonly Flag[], kept: string | undefined): Promise<Given> {
  let silent = false;
  const screen = new Writable({
    write: (chunk, _, done) => (silent ? done() : process.stdout.write(chunk, () => done())),
  });
  const desk = createInterface({ input: process.stdin, output: screen, terminal: true });
  const answers: Given = {};
  for (const flag of missing) answers[flag] = await desk.question(`${questions[flag]}：`);
  if (kept === undefined) {
    process.stdout.write('管理员密码（至少10个字符，输入时不显示）：');
    silent = true;
    answers.password = await desk.question('');
    process.stdout.write('\n');
  }
  desk.close();
  return { password: kept, ...answers };
}

const administrator = z.object({ signInName, name: line(30), post: optionalLine(40), password: secret });

function inputOf({ 'short-name': shortName, office, admin, person, post = '', password, ...rest }: Given) {
  const organisation = newOrganisation.safeParse({ ...rest, shortName, officeName: office });
  const first = administrator.safeParse({ signInName: admin, name: person, post, password });
  if (organisation.success && first.success) return { organisation: organisation.data, administrator: first.data };
  const issues = [organisation, first].flatMap(({ error }) => (error ? badInput(error) : []));
  throw new WrongCall(issues.map(told).join('\n'));
}

const labels: Record<string, string> = {
  slug: '网址名',
  name: '名称',
  shortName: '地名',
  level: '类别',
  officeName: '政府信息公开工作机构',
  parent: '上级机关',
  signInName: '管理员账号',
  post: '管理员职务',
  password: '密码',
};

const told = (issue: Issue) => sentence(issue, 'field' in issue && issue.field ? labels[issue.field] : undefined);
