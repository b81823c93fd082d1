import { EnvironmentRefused } from '@/lib/server/environment';
import { type StartProblem, startSentence } from '@/lib/text/start';

/** A foreseen reason not to start; the process and the command line print its one sentence and exit. */
export class StartRefused extends Error {
  constructor(readonly problem: StartProblem) {
    super(startSentence(problem));
  }
}

/** The sentence of a foreseen reason; null for what nobody foresaw. */
export function sentenceFor(error: unknown): string | null {
  if (error instanceof EnvironmentRefused) return startSentence({ code: 'environment', names: error.names });
  return error instanceof StartRefused ? error.message : null;
}
