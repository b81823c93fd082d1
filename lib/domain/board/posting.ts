import { z } from 'zod';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { id, line } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';
import type { Way } from '@/lib/domain/items/content';

const say = (problem: InputProblem) => problem;

const day = line(10)
  .refine(isDay, say('not_a_day'))
  .transform((text) => text as Day); // a parsed border: isDay has looked at it

/** Hanging a published item on a notice board (Article 25: 信息公告栏): where and since when. */
export const newPosting = z.object({ documentId: id, place: line(100), postedOn: day });
export type NewPosting = z.infer<typeof newPosting>;

/** A photograph for a posting that is recorded; the picture itself comes beside. */
export const photographed = z.object({ id });

export const endedPosting = z.object({ id, takenDownOn: day });
export type EndedPosting = z.infer<typeof endedPosting>;

/** In which ways an item has been made public: those that were signed, and the board where a posting is recorded (Article 25). */
export const waysSoFar = (signed: readonly Way[], { length: posted }: readonly unknown[]): Way[] =>
  posted > 0 && !signed.includes('notice_board') ? [...signed, 'notice_board'] : [...signed];

/** Paper of a board sheet. */
export const papers = ['a4', 'a3'] as const;
