import { canonicalize } from 'json-canonicalize';

/** Canonical JSON (RFC 8785): one text for one content, whatever the order of its keys; what gets hashed. */
export const canonicalJson = (content: unknown): string => canonicalize(content);
