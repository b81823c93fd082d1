import 'server-only';

/** Lets so many run at once; the others wait for their turn, in the order in which they came. */
export function atMost(places: number) {
  const waiting: (() => void)[] = [];
  let free = places;
  return async <Result>(run: () => Promise<Result>): Promise<Result> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((turn) => waiting.push(turn));
    try {
      return await run();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
