'use client';

import { createContext, type ReactNode, useActionState, useContext } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { Issue } from '@/lib/domain/issue';
import { sentence } from '@/lib/text/issues';

export type Answer<Done = unknown> = { issues: Issue[]; typed: Record<string, string | string[]>; done?: Done };

type DecisionFormProps = {
  action: (before: Answer, form: FormData) => Promise<Answer>;
  /** What every field is called in an error; by name. */
  labels?: Record<string, string>;
  hidden: Record<string, string | number>;
  className?: string;
  children: ReactNode;
};

const Refused = createContext<Answer & { labels: Record<string, string> }>({ issues: [], typed: {}, labels: {} });

/** A form that decides. It works before its script has loaded, and a refusal keeps what was typed. */
export function DecisionForm({ action, labels = {}, hidden, className, children }: DecisionFormProps) {
  const [answer, send] = useActionState(action, { issues: [], typed: {} });
  const errors = answer.issues.map((issue) => {
    const field = 'field' in issue ? issue.field : undefined;
    return { field: field && fieldId(field), message: sentence(issue, field && labels[field]) };
  });
  return (
    <Refused value={{ ...answer, labels }}>
      {/* React empties a form after its action; here a refusal must leave every field as it was. */}
      <form action={send} className={className} onReset={(event) => event.preventDefault()}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ErrorSummary errors={errors} title="没有办成" />
        {children}
      </form>
    </Refused>
  );
}

/** What was typed into a field and what is wrong with it, when the form comes back. */
export function useRefused(name: string) {
  const { issues, typed, labels } = useContext(Refused);
  const issue = issues.find((candidate) => 'field' in candidate && candidate.field === name);
  const value = typed[name];
  return { typed: Array.isArray(value) ? value[0] : value, error: issue && sentence(issue, labels[name]) };
}

/** Names of fields carry places (s1#b3); their ids do not. */
export const fieldId = (name: string) => name.replace(/[^\w-]/g, '-');
