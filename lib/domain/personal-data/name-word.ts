import { isGivenName } from '@/lib/domain/personal-data/given-names';
import { isDoubtful, isOtherWord } from '@/lib/domain/personal-data/not-names';
import { surnameLength } from '@/lib/domain/personal-data/surnames';

/**
 * How sure a word is to be a name: a surname and characters that parents choose; a surname and others; a surname, but it
 * ends as a village does; none.
 */
export type Sureness = 'strong' | 'weak' | 'doubtful' | 'none';

/** A stretch of the text that may be a name. */
export type NameWord = { start: number; end: number; sureness: Sureness };

export function surenessOf(word: string): Sureness {
  if (foreignStyle.test(word)) return 'strong';
  if (!/^[\u4e00-\u9fff]{2,4}$/.test(word) || isOtherWord(word)) return 'none';
  const surname = surnameLength(word);
  if (surname === 0 || word.length === surname || word.length - surname > 3) return 'none';
  if (isDoubtful(word)) return 'doubtful';
  return word.length - surname <= 2 && isGivenName(word.slice(surname)) ? 'strong' : 'weak';
}

// 买买提·艾力: names of peoples who write a dot between their parts.
const foreignStyle = /^[\u4e00-\u9fff]{2,6}[·•][\u4e00-\u9fff]{2,8}$/;

const before =
  /^(?:户主|姓名|申请人|申领人|受益人|领款人|领取人|救助对象|补助对象|补贴对象|保障对象|困难群众|困难党员|困难户|低保户|五保户|特困户|监测户|贫困户|脱贫户|种粮大户|老党员|村民|居民|群众|农户|学生|职工|教师|党员|监护人|养殖户|种植户|残疾人|捐款人|死者|伤者|其中|发放给|发放|给予|补助|慰问|救助|奖励|资助|支付|付给|付|对|给|由|为|向|将|和|与|及)/;
const after =
  /(?:各|每人|每户|分别|同志|家庭|等|共|户|家|获得|领取|捐款|捐|补助|补贴|救助|奖励|发放|缴纳|罚款|奖金|工资|借款|欠款|资助|金额|得|计)+$/;

/**
 * The name in a row of characters, without what stands before it (户主, 发放) and after it (各, 补助).
 * Where the row is longer than a name, only a strong one at its end counts.
 */
export function nameIn(text: string, start: number, end: number): NameWord | null {
  const bare = text.slice(start, end).replace(after, '');
  const whole = surenessOf(bare);
  const at = (from: number, length: number, sureness: Sureness) => ({
    start: start + from,
    end: start + from + length,
    sureness,
  });
  if (whole === 'strong') return at(0, bare.length, whole);
  const label = before.exec(bare)?.[0].length ?? 0;
  const rest = surenessOf(bare.slice(label));
  if (label > 0 && rest !== 'none') return at(label, bare.length - label, rest);
  if (whole !== 'none') return at(0, bare.length, whole);
  const length = bare.length > 4 ? [3, 2, 4].find((size) => surenessOf(bare.slice(-size)) === 'strong') : undefined;
  return length ? at(bare.length - length, length, 'strong') : null;
}

const tail = /等|每|各|分别|共|同志|均|因|[一二两三四五六七八九十]+[人户名位]/;

/** The name with which a row of characters begins: 王五每人补助500元, 付王五清理河道工资500元. */
export function nameAtStart(text: string, start: number, end: number): NameWord | null {
  const row = text.slice(start, end);
  const cut = tail.exec(row)?.index;
  const whole = nameIn(text, start, cut === undefined ? end : start + cut);
  if (whole) return whole;
  const label = before.exec(row)?.[0].length ?? 0;
  const length = [3, 2, 4].find((size) => surenessOf(row.slice(label, label + size)) === 'strong');
  return length ? { start: start + label, end: start + label + length, sureness: 'strong' } : null;
}
