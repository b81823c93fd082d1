import type { Attribute } from '@/lib/domain/items/content';
import { type Due, dueSentence, dueWords } from '@/lib/text/office';

// What the desk of an item says.

export const untitled = '（还没有标题）';

/** The deadline beside the title; without a day of formation nothing is counted. */
export const itemDueWords = (due: Due | null, today: string) =>
  due === null
    ? { words: '填写成文日期后，计算公开期限', late: false }
    : { words: dueSentence(due, today), late: dueWords(due).weight === 'now' };

/** Where an item will stand once it is signed. */
export const itemPlaceOf = (attribute: Attribute) => (attribute === 'proactive' ? '公开目录' : '留在机关内');
