export type Measure = { what: string; aim: number; runs: number; work: () => Promise<unknown> };

/** Each of the measures as a row of a table: the milliseconds within which half, and 95 of 100, were done. */
export async function p95Of(measures: readonly Measure[]) {
  const rows = [];
  for (const { what, aim, runs, work } of measures) {
    const times: number[] = [];
    for (let run = -10; run < runs; run += 1) {
      const begun = performance.now();
      await work();
      if (run >= 0) times.push(performance.now() - begun); // the first few warm up
    }
    times.sort((one, other) => one - other);
    const at = (part: number) => Number((times[Math.floor(times.length * part)] ?? Number.NaN).toPrecision(3));
    const reached = at(0.95) <= aim ? 'yes' : 'no';
    rows.push({ what, 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'aim ms': aim, runs, reached });
  }
  return rows;
}
