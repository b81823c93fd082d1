import 'server-only';
import type { Issue } from '@/lib/domain/issue';

/** Thrown by a command that will not go ahead for reasons that the person can read and mend. */
export class Refusal extends Error {
  readonly issues: Issue[];

  constructor(issues: Issue[]) {
    super(issues.map(({ code }) => code).join(', '));
    this.name = 'Refusal';
    this.issues = issues;
  }
}
