/** Door, page cache and Next.js together, as the process starts and ends them. */
export type Stage = {
  /** Where everybody knocks; taken before anything else is touched. */
  port: number;
  /** Resolved when Next.js has been loaded, which takes a while and needs no database yet. */
  loaded: Promise<unknown>;
  /** Answers from now on; the database is there. */
  open: () => Promise<void>;
  close: () => Promise<void>;
};
