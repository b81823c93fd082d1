type Missing = { id: string; requests: number; files: number };

const sum = (keys: readonly Missing[], what: 'requests' | 'files') => keys.reduce((all, key) => all + key[what], 0);

/** 缺少密钥 k1-0a1b2c3d，3件申请的申请人信息、1份材料打不开 */
export const missingKeysTitle = (keys: readonly Missing[]) =>
  `缺少密钥 ${keys.map(({ id }) => id).join('、')}，${sum(keys, 'requests')}件申请的申请人信息、${sum(keys, 'files')}份材料打不开`;

/** What to do about it. */
export const missingKeysAdvice =
  '请从备份恢复数据目录里的 request-keys.json（密钥由环境变量 REQUEST_KEYS 给出的，把缺的补在它前面），再重新启动。现在的密钥文件先另存，不要删去：新登记的申请已经用它加密。其他办理不受影响。';
