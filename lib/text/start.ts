/** What keeps the process from starting, with the facts. */
export type StartProblem =
  | { code: 'environment'; names: readonly string[] }
  | { code: 'port_in_use'; port: number }
  | { code: 'port_forbidden'; port: number }
  | { code: 'folder_unwritable'; folder: string }
  | { code: 'passwords_missing'; file: string }
  | { code: 'postgres_failed'; log: string; reason: string }
  | { code: 'database_unreachable'; at: string }
  | { code: 'database_refuses'; at: string; reason: string }
  | { code: 'role_missing'; role: string; reason: string }
  | { code: 'newer_schema'; migration: string }
  | { code: 'migration_failed'; migration: string; reason: string }
  | { code: 'not_built' };

const variables: Record<string, string> = {
  PORT: '应为 1 至 65535 之间的端口号',
  PUBLIC_URL: '应为以 http:// 或 https:// 开头的网址',
  BASE_PATH: '应以 / 开头、不以 / 结尾，如 /gk/deting；第一段不能是 l、admin、api 或 _next',
  TRUSTED_PROXIES: '应为以逗号分隔的 IP 地址',
  DATABASE_URL: '应为以 postgresql:// 开头的数据库地址',
  DATABASE_OWNER_URL: '应为以 postgresql:// 开头的数据库地址',
  DATABASE_POOL: '应为 2 至 200 之间的整数',
  SESSION_SECRET: '至少 32 个字符',
  REQUEST_KEYS: '应为以逗号分隔的“编号:密钥”，密钥为32字节的Base64，正在使用的在最后',
  METRICS_TOKEN: '至少 16 个字符',
  VERIFY_AT: '应为 00:00 至 23:59 之间的时刻',
  GONGKAI_DEMO: '应为 on 或 off',
  LOG_LEVEL: '应为 debug、info、warn、error 或 silent',
};

export function startSentence(problem: StartProblem): string {
  switch (problem.code) {
    case 'environment':
      return `环境变量有误：${problem.names.map((name) => `${name} ${variables[name] ?? '无法识别'}`).join('；')}。`;
    case 'port_in_use':
      return `端口 ${problem.port} 已被占用，请关闭占用它的程序，或用环境变量 PORT 指定其他端口。`;
    case 'port_forbidden':
      return `当前用户不能使用端口 ${problem.port}，请用环境变量 PORT 指定 1024 以上的端口。`;
    case 'folder_unwritable':
      return `数据目录 ${problem.folder} 不可写，请检查目录权限和磁盘空间。`;
    case 'passwords_missing':
      return `缺少数据库口令文件 ${problem.file}，请从备份中恢复该文件。`;
    case 'postgres_failed':
      return `内置数据库未能启动：${problem.reason}。详情见 ${problem.log}。`;
    case 'database_unreachable':
      return `无法连接数据库 ${problem.at}，请检查数据库是否已启动、地址是否正确。`;
    case 'database_refuses':
      return `数据库 ${problem.at} 拒绝连接：${problem.reason}。`;
    case 'role_missing':
      return `数据库缺少角色 ${problem.role}，请由数据库管理员按 README 建立：${problem.reason}。`;
    case 'newer_schema':
      return `数据库已由更新版本的程序升级（${problem.migration}），请使用新版本程序，数据未作任何改动。`;
    case 'migration_failed':
      return `数据库升级 ${problem.migration} 未能完成，已全部撤回：${problem.reason}。`;
    case 'not_built':
      return '程序尚未构建，请运行 script/server 或 npm run build。';
  }
}
