/** What is said, instead of a page, by the process itself. */
export type Refused = 400 | 401 | 403 | 404 | 405 | 408 | 411 | 413 | 414 | 417 | 429 | 431 | 500 | 503;

type Words = { title: string; sentence: string };

const malformed: Words = { title: '网址或者请求有误', sentence: '请检查网址，或者从首页重新进入。' };

const words: Record<Refused, Words> = {
  400: malformed,
  401: { title: '请先登录', sentence: '登录已经过期，或者还没有登录。请登录后再提交。' },
  403: { title: '不能查看', sentence: '这个地址只供本机的管理程序使用。' },
  404: { title: '没有这个网页', sentence: '网址可能写错了，或者网页已经搬走。' },
  405: { title: '这个网页只能查看', sentence: '这里不能提交内容。请从首页重新进入。' },
  408: { title: '等待太久', sentence: '您的请求没有传完，连接已经断开。请检查网络后再试。' },
  411: malformed,
  413: { title: '内容太大', sentence: '您提交的内容超过了限度。请减小后再试。' },
  414: { title: '网址太长', sentence: '请缩短查找的内容，或者从首页重新进入。' },
  417: malformed,
  429: { title: '请求太多', sentence: '从您的网络来的请求太多，请稍等一会儿再试。' },
  431: { title: '请求太长', sentence: '请清除浏览器中本网站的数据后再试。' },
  500: { title: '这个网页没有打开', sentence: '服务器出了问题，已经记录。请稍后再试；仍然不行的，请告诉管理员。' },
  503: { title: '暂时不能打开', sentence: '系统正在维护或者恢复，一般几分钟就好。请稍后再试。' },
};

/** Title and sentence for a status; for 429 with the time to wait. */
export function refusedWords(status: Refused, waitSeconds?: number): Words {
  const { title, sentence } = words[status];
  if (status !== 429 || !waitSeconds) return { title, sentence };
  const wait = waitSeconds > 90 ? `${Math.ceil(waitSeconds / 60)}分钟` : `${waitSeconds}秒`;
  return { title, sentence: `从您的网络来的请求太多，请在${wait}后再试。` };
}

export const homeLink = '回到政府信息公开首页';
