import fc from 'fast-check';
import { expect, test } from 'vitest';
import { luhnDigit } from '@/lib/domain/personal-data/bank-card';
import { findPersonalData } from '@/lib/domain/personal-data/find-personal-data';
import { surroundings } from '@/lib/domain/personal-data/hit';
import { checkCharacter } from '@/lib/domain/personal-data/identity-number';

const kinds = (text: string, allow: string[] = []) =>
  findPersonalData(text, { allow }).map(({ type, text: found }) => `${type} ${found}`);

test.each([
  ['身份证号码：11010519491231002X。', ['identity_number 11010519491231002X']],
  ['身份证号１１０１０５１９４９１２３１００２Ｘ', ['identity_number １１０１０５１９４９１２３１００２Ｘ']],
  ['（110105 19491231 002x）', ['identity_number 110105 19491231 002x']],
  ['1101051949\n1231002X', ['identity_number 1101051949\n1231002X']],
  ['11010519491231\u200b002X', ['identity_number 11010519491231\u200b002X']],
  ['110105491231002', ['identity_number 110105491231002']],
  ['残疾人证11010519491231002X43', ['identity_number 11010519491231002X43']],
  ['+86-13812345678', ['mobile +86-13812345678']],
  ['8613812345678', ['mobile 8613812345678']],
  ['电话138 1234 5678转达', ['mobile 138 1234 5678']],
  ['张三 138-1234-5678', ['mobile 138-1234-5678']],
  ['手机号：13812345678', ['mobile 13812345678']],
  ['Tel13812345678', ['mobile 13812345678']],
  ['13812345678/13912345678', ['mobile 13812345678', 'mobile 13912345678']],
  ['0379-66330011', ['landline 0379-66330011']],
  ['（0379）66330011-801', ['landline （0379）66330011-801']],
  ['+86 379 66330011', ['landline +86 379 66330011']],
  ['037966330011转8', ['landline 037966330011转8']],
  ['010-6633 0011', ['landline 010-6633 0011']],
  ['联系电话：66330011、6633 0022', ['landline 66330011', 'landline 6633 0022']],
  ['卡号6228480012345678906', []],
  ['zhang.san+a@mail.example.com.cn。', ['email zhang.san+a@mail.example.com.cn']],
  ['a＠b.cn', ['email a＠b.cn']],
  [
    '豫C12345、豫c·d1234、豫CD12345、豫C12345F、豫C1234警',
    ['plate 豫C12345', 'plate 豫c·d1234', 'plate 豫CD12345', 'plate 豫C12345F', 'plate 豫C1234警'],
  ],
])('%s', (text, expected) => expect(kinds(text)).toEqual(expected));

test.each([
  ['no such day of birth', '410325198002301230'],
  ['no such province', '990105194912310025'],
  ['the credit code of an organisation', '统一社会信用代码：91410325MA44U7QH5K'],
  ['digits of a longer number', '04103251980010112340'],
  ['an index number', '索引号：005467123/2021-00017'],
  ['a document number', '德政办〔2020〕36号、豫财社〔2020〕64号'],
  ['an amount of eleven digits', '总投资13800000000元，即13812345678.00元'],
  ['a project number', '项目编号：13812345678'],
  ['a part of a code', 'SF1380013800138，2020-13812345678'],
  ['figures in a row', '150 2300 4500 600'],
  ['hotlines', '12345、12333、95599、400-998-0000、110、12119'],
  ['a postcode and a day', '471423，20201125，2020-11-25'],
  ['a row of years', '2019 2020 2021 2022'],
  ['four sums in a row', '6200 1200 1300 1400 元'],
  ['what is masked already', '4103**********1234、138****5678、张某某500元、李某600元、王某700元'],
  ['villages with sums', '王庄 320元\n马岭 210元\n高沟 180元\n杨湾 150元'],
  ['goods with prices', '方便面5元、牛奶40元、毛巾10元、黄豆7元'],
  ['names without sums', '参会人员：王秀英、李国强、陈晓丽，会议经费800元'],
  ['who is on duty', '6月1日 王建军 镇长 8:00\n6月2日 李志强 书记 8:00\n6月3日 张晓东 委员 8:00'],
])('%s is nobody’s data', (_, text) => expect(kinds(text)).toEqual([]));

test('names are found where several stand beside sums, and share a list', () => {
  const text = '序号\t户主姓名\t金额\n1\t欧阳小明\t500\n2\t步惊云\t600\n合计\t\t1100';
  expect(findPersonalData(text)).toMatchObject([
    { type: 'name', text: '欧阳小明', list: 1, why: 'names_with_amounts' },
    { type: 'name', text: '步惊云', list: 1 },
  ]);
  const names = (list: string) => kinds(list).map((kind) => kind.slice(5));
  expect(names('张三500元、李四600元')).toEqual(['张三', '李四']);
  expect(names('张三、李四、王五每人补助500元')).toEqual(['张三', '李四', '王五']);
  expect(names('王 伟 500.00\n李　娜 500.00\n张小明 500.00')).toEqual(['王 伟', '李　娜', '张小明']);
  expect(names('张建国\n德亭村\n500元\n李明\n王庄\n600元\n王丽\n王庄\n600元\n')).toEqual(['张建国', '李明', '王丽']);
  expect(names('张三：核桃树15棵，补偿4500元；李四：柿树6棵，补偿1200元。')).toEqual(['张三', '李四']);
  expect(names('张三500元。')).toEqual([]);
});

test('a list next to a name is told apart from another list', () => {
  const lists = findPersonalData('张三500元、李四600元。\n\n另：王五、赵六各300元。').map(({ list }) => list);
  expect(new Set(lists).size).toBe(2);
});

test('the office’s own values are no hits, in whatever spelling', () => {
  const allow = ['0379-66556001', '13800001111', 'Office@songxian.gov.cn', '豫C·00001'];
  const spellings =
    '（0379）66556001、0379 6655 6001转3、电话：66556001、+86-379-66556001、138-0000-1111、office@songxian.gov.cn、豫C00001';
  expect(kinds(spellings, allow)).toEqual([]);
  expect(kinds('0371-66556001、0379-66556002', allow)).toHaveLength(2);
  expect(kinds('电话：66556001、0371-66556001', ['66556001'])).toEqual([]);
});

test('the surroundings of a hit stand on one line and say what was cut off', () => {
  const text = `${'甲'.repeat(30)}\n电话13812345678，乙`;
  const [hit] = findPersonalData(text);
  expect(hit && surroundings(text, hit, 6)).toEqual({ before: '…甲甲甲 电话', hit: '13812345678', after: '，乙' });
});

const words = [
  ...'的在是有和了我他这中大来上国个到说们为子你地出道也年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切夜半温宝团费医',
];
const unmeasured = words.filter(
  (word) => !/[元万亿亩吨千平立公号码代项编单件户表证案流图宗机条货信识注登批订发文合地电话]/.test(word),
);
const prose = fc
  .array(fc.constantFrom(...unmeasured, '，', '。', '、'), { minLength: 1, maxLength: 30 })
  .map((all) => all.join(''));
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((all) => all.join(''));
const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2015-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const identity = fc
  .tuple(fc.constantFrom('410325', '110105', '620102', '440306', '830000'), day, digits(3))
  .map((parts) => {
    const body = parts.join('');
    return body + checkCharacter(body);
  });
const card = fc
  .tuple(fc.constantFrom('622848', '621799', '955880', '436742'), fc.constantFrom(16, 18, 19), digits(12))
  .map(([prefix, length, rest]) => {
    const body = (prefix + rest + rest).slice(0, length - 1);
    return body + luhnDigit(body);
  })
  .filter((number) => number.length !== 18 || checkCharacter(number) !== number.charAt(17));
const mobile = fc.tuple(fc.constantFrom('138', '159', '177', '186', '199'), digits(8)).map((parts) => parts.join(''));

test.each([
  ['identity_number', identity],
  ['bank_card', card],
  ['mobile', mobile],
] as const)('any %s in any prose is found at its place, and nothing else', (type, arbitrary) => {
  fc.assert(
    fc.property(prose, arbitrary, prose, (before, number, after) => {
      const start = before.length;
      expect(findPersonalData(before + number + after)).toMatchObject([
        { type, text: number, start, end: start + number.length },
      ]);
    }),
  );
});

test('an identity number with one digit changed is none', () => {
  const property = fc.property(
    prose,
    identity,
    fc.nat(16),
    fc.integer({ min: 1, max: 9 }),
    (before, number, at, by) => {
      const changed = number.slice(0, at) + ((Number(number.charAt(at)) + by) % 10) + number.slice(at + 1);
      expect(kinds(before + changed).filter((kind) => kind.startsWith('identity_number'))).toEqual([]);
    },
  );
  fc.assert(property);
});

test('hits never overlap, stand in order, and are what the text says there', () => {
  const bits = fc.constantFrom(
    '张三',
    '李四',
    '500元',
    '、',
    '\n',
    '\t',
    '13812345678',
    '1',
    '-',
    ' ',
    '0379',
    '66330011',
    'a@b.cn',
    '@',
    '豫C12345',
    '６',
    '11010519491231002X',
    '(',
    '\u200b',
    '姓名',
    '金额',
    '😀',
  );
  const property = fc.property(fc.array(bits, { maxLength: 60 }), (parts) => {
    const text = parts.join('');
    let end = 0;
    for (const hit of findPersonalData(text)) {
      expect(hit.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(hit.start, hit.end)).toBe(hit.text);
      end = hit.end;
    }
  });
  fc.assert(property, { numRuns: 500 });
});

test.each([
  ['digits', '1'],
  ['figures', '1 '],
  ['unseen characters', '1\u200b\u200b'],
  ['characters', '张'],
  ['brackets', '张三（'],
  ['signs', 'a@'],
  ['tabs', '\t张三'],
  ['area codes', '(0379)'],
  ['lists', '张三、'],
  ['cards', '6222 '],
])('a megabyte of %s hides nothing and ends', (_, unit) => {
  const text = `电话13812345678。\n${unit.repeat(Math.ceil(1_000_000 / unit.length))}\n身份证11010519491231002X`;
  const found = kinds(text);
  expect([found.at(0), found.at(-1)]).toEqual(['mobile 13812345678', 'identity_number 11010519491231002X']);
});
