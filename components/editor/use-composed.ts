'use client';

import { useState } from 'react';

type Typed = { currentTarget: { value: string } };

/** What a text field is given to write as it is typed. What an input method is still composing is not written yet. */
export function useComposed(value: string, put: (to: string) => void) {
  const [composed, setComposed] = useState<string | null>(null);
  return {
    value: composed ?? value,
    onChange: ({ currentTarget }: Typed) =>
      composed === null ? put(currentTarget.value) : setComposed(currentTarget.value),
    onCompositionStart: () => setComposed(value),
    onCompositionEnd: ({ currentTarget }: Typed) => {
      put(currentTarget.value);
      setComposed(null);
    },
  };
}
