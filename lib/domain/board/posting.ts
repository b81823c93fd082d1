import { z } from 'zod';
import { type Day, isDay } from '@/lib/domain/calendar/day';
import { id, line } from '@/lib/domain/input';
import type { InputProblem } from '@/lib/domain/issue';

const say = (problem: InputProblem) => problem;

const day = line(10)
  .refine(isDay, say('not_a_day'))
  .transform((text) => text as Day); // a parsed border: isDay has looked at it

/** Hanging a published item on a notice board (Article 25: 信息公告栏): where and since when. */
export const newPosting = z.object({ documentId: id, place: line(100), postedOn: day });
export type NewPosting = z.infer<typeof newPosting>;

export const endedPosting = z.object({ id, takenDownOn: day });
export type EndedPosting = z.infer<typeof endedPosting>;

/** Paper of a board sheet. */
export const papers = ['a4', 'a3'] as const;
