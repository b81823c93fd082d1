'use client';

/** Prints the page as it stands; the keys of the browser do the same. */
export const PrintPage = () => (
  <button type="button" className="button screen-only" onClick={() => window.print()}>
    打印
  </button>
);
