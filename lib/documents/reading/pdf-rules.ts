import { z } from 'zod';
import { OPS, type PDFPageProxy } from '@/lib/files/pdf/pdfjs';

/** A straight line on a page, in points from its lower left corner. */
export type Rule = { x: [number, number]; y: [number, number] };

type Matrix = [number, number, number, number, number, number];

const numbers = z.array(z.number());
const box = z.object({ 0: z.number(), 1: z.number(), 2: z.number(), 3: z.number() });

/** The horizontal and vertical lines that are drawn on a page. */
export async function rulesOn(page: PDFPageProxy): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const rules: Rule[] = [];
  const kept: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [at, operator] of fnArray.entries()) {
    if (operator === OPS.save) kept.push(matrix);
    else if (operator === OPS.restore) matrix = kept.pop() ?? matrix;
    else if (operator === OPS.transform) matrix = times(matrix, numbers.parse([...argsArray[at]]));
    else if (operator === OPS.constructPath) {
      // A path comes with the box around it, and the box of a straight line is the line.
      const [, , around] = argsArray[at];
      if (around) rules.push(ruleOf(matrix, box.parse(around)));
    }
  }
  return rules.filter(({ x, y }) => isLine(x) !== isLine(y));
}

const isLine = ([from, to]: [number, number]) => to - from < 1;

function ruleOf(matrix: Matrix, { 0: left, 1: low, 2: right, 3: high }: z.infer<typeof box>): Rule {
  const [x1, y1] = moved(matrix, left, low);
  const [x2, y2] = moved(matrix, right, high);
  return { x: [Math.min(x1, x2), Math.max(x1, x2)], y: [Math.min(y1, y2), Math.max(y1, y2)] };
}

const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number) => [a * x + c * y + e, b * x + d * y + f] as const;

function times([a, b, c, d, e, f]: Matrix, [A = 1, B = 0, C = 0, D = 1, E = 0, F = 0]: number[]): Matrix {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}
