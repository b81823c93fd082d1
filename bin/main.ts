import { type Command, WrongCall } from '@/bin/command';
import { sentenceFor } from '@/server/start-refused';

type Loader = { about: string; load: () => Promise<Command> };

const commands: Record<string, Loader> = {
  check: { about: '核验一份年度报告文件', load: async () => (await import('@/bin/commands/check')).check },
  'export-report': {
    about: '导出已公开的年度报告',
    load: async () => (await import('@/bin/commands/export-report')).exportReport,
  },
  'export-site': {
    about: '把公开的一面导出为静态文件',
    load: async () => (await import('@/bin/commands/export-site')).exportSite,
  },
  audit: { about: '核验留痕是否完整', load: async () => (await import('@/bin/commands/audit')).audit },
  verify: {
    about: '核验公众看到的与签发的是否一致',
    load: async () => (await import('@/bin/commands/verify')).verify,
  },
  clock: { about: '计算一件依申请公开的期限', load: async () => (await import('@/bin/commands/clock')).clock },
  calendar: {
    about: '查看、载入年度放假安排',
    load: async () => (await import('@/bin/commands/calendar')).calendar,
  },
  scan: { about: '在文件里查找个人信息', load: async () => (await import('@/bin/commands/scan')).scan },
  keys: { about: '查看、更换加密申请人信息的密钥', load: async () => (await import('@/bin/commands/keys')).keys },
  setup: { about: '首次使用时建立机关和第一位管理员', load: async () => (await import('@/bin/commands/setup')).setup },
};

/** 0: done; 1: done, with findings or a refusal; 2: called wrongly. */
export async function main([name = '', ...args]: string[]): Promise<number> {
  const loader = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!loader) {
    const asked = ['', 'help', '--help', '-h'].includes(name);
    (asked ? console.log : console.error)(asked ? overview() : `没有“${name}”这个命令。\n\n${overview()}`);
    return asked ? 0 : 2;
  }
  const command = await loader.load();
  if (args.includes('--help') || args.includes('-h')) {
    console.log(command.usage);
    return 0;
  }
  try {
    return await command.run(args);
  } catch (error) {
    if (error instanceof WrongCall) {
      console.error(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    const sentence = sentenceFor(error);
    if (sentence === null) throw error;
    console.error(sentence);
    return 1;
  }
}

function overview() {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(([name, { about }]) => `  ${name.padEnd(width)}  ${about}`);
  return `用法：bin/gongkai 命令 [参数]\n\n${lines.join('\n')}\n\n每个命令的用法：bin/gongkai 命令 --help`;
}
