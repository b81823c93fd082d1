import { listParts, publicAddress } from '@/lib/domain/public-address';
import { searchString } from '@/lib/domain/search/params';
import { diceOf, townshipText } from '@/lib/server/testing/township-texts';
import { p95Of } from '@/script/bench/p95';

type Get = (path: string) => Promise<unknown>;
type Measure = { what: string; aim: number; runs: number; path: () => string };

const organisations = 200;
const dice = diceOf(2020);
const common: [string, ...string[]] = ['公开', '公示', '补助', '的', '镇', '村', '2', '2020年', '监督电话', '，'];
const codes: [string, ...string[]] = ['article-20-7', 'article-20-11', 'article-21-homesteads', 'own-1', 'own-2'];

/** The towns of `aMillionItems`: the first has a tenth of all, the others some 4,500 each. */
const ordinary = () => `town-${2 + dice.below(organisations - 1)}`;
const any = () => (dice.below(10) === 0 ? 'town-1' : ordinary());

const measures: Measure[] = [
  { what: 'a search for words of items', aim: 50, runs: 600, path: () => search(any(), words()) },
  { what: 'a search for a very common word', aim: 50, runs: 200, path: () => search(ordinary(), dice.pick(common)) },
  {
    what: 'the same among 100,000',
    aim: 250,
    runs: 50,
    path: () => search('town-1', dice.pick(common), dice.below(40)),
  },
  {
    what: 'a search for a number',
    aim: 50,
    runs: 100,
    path: () => search(any(), `${year()}-${100_000 + dice.below(900_000)}`),
  },
  { what: 'a page of a list', aim: 50, runs: 300, path: list },
  {
    what: 'a catalogue with its counts',
    aim: 50,
    runs: 100,
    path: () => publicAddress('standard', ordinary(), 'catalogue'),
  },
];

/**
 * What a reader waits for at a million entries: pages of results and of lists, hardly any of them asked for twice, so that
 * they do not come from memory.
 */
export const measureSearch = (get: Get) =>
  p95Of(measures.map(({ path, ...measure }) => ({ ...measure, work: () => get(path()) })));

function search(town: string, typed: string, page = 0) {
  return `${publicAddress('standard', town, 'search')}${searchString({ typed, page: page + 1 })}`;
}

/** One or two words of one to six characters, as they stand in some item. */
function words() {
  return Array.from({ length: dice.pick([1, 1, 1, 2]) }, () => {
    const { body } = townshipText(dice.below(20_000));
    const from = dice.below(body.length);
    return body.slice(from, from + 1 + dice.below(6)).trim() || '公示';
  }).join(' ');
}

function list() {
  const own = dice.below(3) === 0 ? ['latest'] : ['catalogue', dice.pick(codes)];
  const place = dice.below(2) === 0 ? { year: year() } : { page: 1 + dice.below(4) };
  return publicAddress(dice.pick(['standard', 'large']), ordinary(), ...own, ...listParts(place));
}

function year() {
  return 2012 + dice.below(10);
}
