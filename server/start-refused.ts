import { type StartProblem, startSentence } from '@/lib/text/start';

/** A foreseen reason not to start; main.ts and bin print its one sentence and exit. */
export class StartRefused extends Error {
  constructor(readonly problem: StartProblem) {
    super(startSentence(problem));
  }
}
