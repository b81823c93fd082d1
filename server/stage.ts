/** Door, page cache and Next.js together, as the process starts and ends them. */
export type Stage = {
  /** Where everybody knocks; taken before anything else is touched. */
  port: number;
  /** Answers from now on, once Next.js is loaded; the database is there. */
  open: () => Promise<void>;
  close: () => Promise<void>;
};
