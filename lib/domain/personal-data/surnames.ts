// Surnames by how often they are met, the usual ones first; those that are mostly other words are left to headed columns.
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石' +
  '姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛' +
  '焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜肖詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵' +
  '解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷' +
  '卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺闫代付肖邰储郗逯谯占尚粟尉门皮诸麻隆仝' +
  '战谷贡茅帅相海智雍富支闻汲农佘漆禹暴弓要宝令鹿茹衡元职么宿冶次密信惠嵇昝亓逄缑訾郇郄仉蔚暨麴羊牧郏弘宰郦雍璩濮扈暴荀蒯乜养巢蒯旷岩逯逢鱼';
const compound =
  '欧阳 上官 司马 诸葛 皇甫 尉迟 令狐 慕容 夏侯 东方 司徒 公孙 长孙 轩辕 宇文 端木 呼延 南宫 钟离 申屠 太史 闻人 澹台 淳于 赫连 独孤 拓跋 完颜';

const singles = new Set(single);
const compounds = new Set(compound.split(' '));

/** How many characters of this word are a surname: 2, 1 or none. */
export function surnameLength(word: string): 0 | 1 | 2 {
  if (compounds.has(word.slice(0, 2))) return 2;
  return singles.has(word.charAt(0)) ? 1 : 0;
}
