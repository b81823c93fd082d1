import type { ComponentProps } from 'react';

type Look = { primary?: boolean; small?: boolean; className?: string };

type ButtonProps = Omit<ComponentProps<'button'>, 'disabled'> &
  Look & {
    /** What the button says while its deed is under way (正在送审…); pressing it again does nothing. */
    working?: string | false;
    /** Why the deed can't be done now. The button stays visible and the reason stands beside it. */
    cannot?: string | null;
  };

/** Of type "button" unless said otherwise; an idle one is never of type "submit", so that a press goes nowhere. */
export function Button({ primary, small, className, working, cannot, children, type, onClick, ...rest }: ButtonProps) {
  const idle = Boolean(working || cannot);
  return (
    <>
      <button
        {...rest}
        type={idle ? 'button' : (type ?? 'button')}
        onClick={idle ? undefined : onClick}
        aria-disabled={idle || undefined}
        className={look({ primary, small, className })}
      >
        {working || children}
      </button>
      {cannot && <span className="text-note text-ink-2">{cannot}</span>}
    </>
  );
}

/** A link that looks like a button: it leads somewhere and changes nothing. */
export function ButtonLink({ primary, small, className, ...link }: ComponentProps<'a'> & Look & { href: string }) {
  return <a {...link} className={look({ primary, small, className })} />;
}

const look = ({ primary, small, className }: Look) =>
  ['button', primary && 'primary', small && 'small', className].filter(Boolean).join(' ');
