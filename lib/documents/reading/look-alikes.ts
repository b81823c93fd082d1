/**
 * A text as one sees it on paper. A font may draw two characters with one shape (the radical ⻅ and 见, which comes with
 * text that was copied from a PDF), and a PDF keeps shapes; a line may end where a space was; and what is invisible
 * is not there.
 */
export const asSeen = (text: string) =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[^\p{ASCII}]/gu, (character) => shapes.get(character) ?? character)
    .normalize('NFKC')
    .replace(/\s/g, '');

// A character and the one whose shape it has in Noto Serif SC, beyond what NFKC unites; ― and — differ in other languages only.
const pairs =
  '‑- –‒ ―— ‧• ⋯… ∕/ 〜～ ➀① ➁② ➂③ ➃④ ➄⑤ ➅⑥ ➆⑦ ➇⑧ ➈⑨ ➉⑩ ➊❶ ➋❷ ➌❸ ➍❹ ➎❺ ➏❻ ➐❼ ➑❽ ➒❾ ➓❿ ⺂乛 ⺃乚 ⺅亻 ⺉刂 ⺎兀 ⺏尣 ⺐尢 ⺒巳 ⺓幺 ⺔彑 ⺕彐 ⺖忄 ⺘扌 ⺙攵 ⺛旡 ⺞歺 ⺠民 ⺡氵 ⺣灬 ⺦丬 ⺨犭 ⺫罒 ⺲罒 ⺭礻 ⺯糹 ⺰纟 ⺱罓 ⺹耂 ⺺肀 ⺾艹 ⺿艹 ⻀艹 ⻁虎 ⻂衤 ⻃覀 ⻅见 ⻆角 ⻈讠 ⻉贝 ⻋车 ⻌辶 ⻐钅 ⻑長 ⻒镸 ⻓长 ⻔门 ⻖阝 ⻘青 ⻙韦 ⻚页 ⻛风 ⻜飞 ⻝食 ⻟飠 ⻠饣 ⻢马 ⻣骨 ⻤鬼 ⻥鱼 ⻦鸟 ⻧卤 ⻨麦 ⻩黄 ⻪黾 ⻫斉 ⻬齐 ⻮齿 ⻯竜 ⻰龙 ⻱龜 ⻲亀 ⼾户 䎛㖈 㦳㘽 郞郎';

const shapes = new Map(
  pairs.split(' ').map((pair): [string, string] => {
    const [character = '', shape = ''] = pair;
    return [character, shape];
  }),
);
