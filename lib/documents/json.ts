import type { Snapshot } from '@/lib/documents/snapshot';
import { canonicalJson } from '@/lib/domain/canonical';

/** The bytes that were signed: docs/report-json.md describes them, and their SHA-256 is what the publication prints. */
export const writeJson = ({ report }: Snapshot): Buffer => canonicalBytes(report);

/** What was signed, byte for byte. */
export const canonicalBytes = (content: unknown): Buffer => Buffer.from(canonicalJson(content), 'utf8');
