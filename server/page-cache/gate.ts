/** Too many wait already: who comes now is told so at once. */
export class GateFull extends Error {}

/** Lets so many works run at once, and so many more wait for their turn. */
export function createGate(places: number, seats: number) {
  let running = 0;
  const waiting: (() => void)[] = [];

  async function enter() {
    if (running < places) {
      running += 1;
      return;
    }
    if (waiting.length >= seats) throw new GateFull();
    // Whoever leaves hands on the place.
    await new Promise<void>((resolve) => waiting.push(resolve));
  }

  function leave() {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }

  return async function through<Result>(work: () => Promise<Result>): Promise<Result> {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
