import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { type Command, WrongCall } from '@/bin/command';
import { type Piece, placeAt } from '@/lib/domain/attachment';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { type Hit, surroundings } from '@/lib/domain/personal-data/hit';
import { FileFault } from '@/lib/files/file-fault';
import { readFileText } from '@/lib/files/readable-file';
import { placeWords, unreadableSentence } from '@/lib/text/attachments';
import { personalDataNames, whyWords } from '@/lib/text/personal-data';

const usage = `用法：bin/gongkai scan 文件… [--allow 名单] [--json]

在文本、DOCX、XLSX和PDF文件里查找个人信息：身份证号、手机和固定电话、银行卡号、电子邮箱、车牌号、姓名加金额的名单。
隐藏的文字、修订、批注、文件属性和以前的版本也在查找之列；图片里的字查不出来，会逐处列出。详见 docs/scan.md。

  --allow 名单  不算个人信息的号码和邮箱，每行一个，比如本机关的办公电话；“#”后面是注释
  --json        输出供程序读取的结果

退出码：0 没有发现；1 有发现；2 有文件不能读。一个文件不能读，其余的照常查找。`;

export const scan: Command = { usage, run };

async function run(args: string[]): Promise<number> {
  const { files, allowFile, json } = argumentsOf(args);
  let allow: string[];
  try {
    allow = allowFile === undefined ? [] : allowedIn(await readFile(allowFile, 'utf8'));
  } catch (error) {
    console.error(`读不到名单“${allowFile}”：${reasonOf(error)}。`);
    return 2;
  }
  const scanned: Scanned[] = [];
  for (const file of files) {
    const result = await scanFile(file, allow);
    if (result.trouble !== undefined) console.error(result.trouble);
    if (!json && result.trouble === undefined) console.log(asText(result));
    scanned.push(result);
  }
  if (json) console.log(JSON.stringify(scanned, null, 2));
  if (scanned.some(({ trouble }) => trouble !== undefined)) return 2;
  return scanned.some(({ hits }) => hits.length > 0) ? 1 : 0;
}

function argumentsOf(args: string[]) {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { allow: { type: 'string' }, json: { type: 'boolean' } },
    });
    if (positionals.length === 0) throw new WrongCall('请给出要查找的文件。');
    return { files: positionals, allowFile: values.allow, json: values.json ?? false };
  } catch (error) {
    throw error instanceof WrongCall ? error : new WrongCall('参数有误。');
  }
}

const allowedIn = (text: string) =>
  text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .map((line) => line.replace(/#.*$/, '').trim())
    .filter((line) => line !== '');

type FoundHit = Hit & { place: string; before: string; after: string };
type Scanned = { file: string; hits: FoundHit[]; unread: string[]; trouble?: string };

async function scanFile(file: string, allow: string[]): Promise<Scanned> {
  try {
    const { pieces, unread } = await readFileText({ name: basename(file), bytes: await readFile(file) });
    return { file, hits: pieces.flatMap((piece) => hitsIn(piece, allow)), unread: unread.map(placeWords) };
  } catch (error) {
    return { file, hits: [], unread: [], trouble: troubleOf(file, error) };
  }
}

function hitsIn(piece: Piece, allow: string[]): FoundHit[] {
  return findPersonalData(piece.text, { allow }).map((hit) => {
    const { before, after } = surroundings(piece.text, hit);
    return { ...hit, place: placeWords(placeAt(piece, hit.start)), before, after };
  });
}

// A file in which a reader stumbles is a broken file, and the others of the batch are still to be read.
function troubleOf(file: string, error: unknown): string {
  const isSystem = error instanceof Error && 'syscall' in error;
  if (isSystem) return `读不到文件“${file}”：${reasonOf(error)}。请核对文件名和读取权限。`;
  return `“${file}”${unreadableSentence(error instanceof FileFault ? error.why : 'broken')}`;
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : '';
  if (code === 'ENOENT') return '没有这个文件';
  if (code === 'EISDIR') return '这是一个文件夹';
  return code === 'EACCES' ? '没有读取权限' : '读取出错';
}

function asText({ file, hits, unread }: Scanned): string {
  const found = hits.map(({ type, text, start, end, why, place, before, after }) =>
    [
      `  ${personalDataNames[type]} ${text.replace(/\s+/g, ' ')}（${place}，第${start}到${end}个字符；${whyWords[why]}）`,
      `    ${before}【${text.replace(/\s+/g, ' ')}】${after}`,
    ].join('\n'),
  );
  const pictures = unread.length > 0 ? [`  没有文字可查，请用眼看：${unread.join('、')}`] : [];
  return [`${file}：${hits.length === 0 ? '没有发现' : `发现${hits.length}处`}`, ...found, ...pictures].join('\n');
}
