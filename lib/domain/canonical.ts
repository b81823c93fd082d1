import { canonicalize } from 'json-canonicalize';

/** RFC 8785: one text for one value, whatever the order in which its parts were written. */
export const canonicalJson = (value: unknown): string => canonicalize(value);
