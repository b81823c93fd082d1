'use client';

import { createContext, type ReactNode, useActionState, useContext } from 'react';
import { ErrorSummary } from '@/components/ui/error-summary';
import type { Issue } from '@/lib/domain/issue';
import { sentence } from '@/lib/text/issues';

export type Answer<Done = unknown> = { issues: Issue[]; typed: Record<string, string | string[]>; done?: Done };

type DecisionFormProps<Done> = {
  action: (before: Answer<Done>, form: FormData) => Promise<Answer<Done>>;
  /** What the fields are called in an error: by name, or by the part of it before a slash. */
  labels?: Record<string, string>;
  hidden?: Record<string, string | number>;
  /** Stands above what went wrong. */
  title?: string;
  className?: string;
  /** Keeps its fields apart from those of another form like it on the same page. */
  within?: string;
  children: ReactNode;
  /** What takes the place of the form once it was accepted, where that is not another page. */
  answered?: (done: Done) => ReactNode;
};

type Held = Answer & { labels: Record<string, string>; within: string };
const Refused = createContext<Held>({ issues: [], typed: {}, labels: {}, within: '' });

/** A form that decides. It works before its script has loaded, and a refusal keeps what was typed. */
export function DecisionForm<Done>({
  action,
  labels = {},
  hidden = {},
  title = '没有办成',
  className,
  within = '',
  children,
  answered,
}: DecisionFormProps<Done>) {
  const [answer, send] = useActionState(action, { issues: [], typed: {} });
  if (answered && answer.done !== undefined) return answered(answer.done);
  const errors = answer.issues.map((issue) => {
    const field = 'field' in issue ? issue.field : undefined;
    return { field: field && fieldId(field, within), message: sentence(issue, field && labelOf(labels, field)) };
  });
  return (
    <Refused value={{ ...answer, labels, within }}>
      {/* React empties a form after its action; here a refusal must leave every field as it was. */}
      <form action={send} className={className} onReset={(event) => event.preventDefault()}>
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <ErrorSummary errors={errors} title={title} />
        {children}
      </form>
    </Refused>
  );
}

/** What was typed into a field and what is wrong with it, when the form comes back. */
export function useRefused(name: string) {
  const { issues, typed, labels, within } = useContext(Refused);
  const issue = issues.find((candidate) => 'field' in candidate && candidate.field === name);
  const all = [typed[name] ?? []].flat();
  const error = issue && sentence(issue, labelOf(labels, name));
  return { refused: issues.length > 0, typed: all[0], all, error, id: fieldId(name, within) };
}

const labelOf = (labels: Record<string, string>, name: string) => labels[name] ?? labels[name.split('/')[0] ?? ''];

/** Names of fields carry places (s1#b3); their ids do not. */
export const fieldId = (name: string, within = '') => `${within}${name}`.replace(/[^\w-]/g, '-');
