import 'server-only';
import type { Proof } from '@/lib/documents/proof';
import type { PublicationFacts } from '@/lib/documents/snapshot';
import type { Finding } from '@/lib/domain/report/finding';
import type { Declaration } from '@/lib/domain/workflow/secrecy';
import type { Tx } from '@/lib/server/db';
import type { Coming } from '@/lib/server/documents/coming-pages';
import type { PublicFacts } from '@/lib/server/documents/public-entry';
import type { DocumentKind as KindName, Revision } from '@/lib/server/generated/client';
import { disclosureGuide } from '@/lib/server/guide/disclosure-guide';
import { disclosureItem } from '@/lib/server/items/disclosure-item';
import { requestLetter } from '@/lib/server/letters/request-letter';
import { annualReport } from '@/lib/server/reports/annual-report';

/** What a kind needs to know of a document: the workflow hands over nothing else. */
export type Filed = { id: string; organisationId: string; path: string; draft: unknown; office: unknown };

/** The draft of a document as it would be frozen. */
export type Prepared = {
  /** Canonical JSON of what would become public. */
  content: string;
  title: string;
  correctionNote: string;
  findings: readonly Finding[];
  /** The office side, still without answers and secrecy review. */
  office: { reasons: Record<string, string>; publishOn: string | null };
  /** Where nothing is disclosed, no secrecy review is asked for (Article 17). */
  disclosesNothing?: boolean;
};

/** All that differs between kinds of documents. Workflow, revisions, decisions and publications know nothing more. */
export type DocumentKind = {
  /** What drafter and section leader each declare, beside the secrecy review of the submission. */
  declarations: readonly Declaration[];
  /** Whether a content is for the public once it is signed; what is not stays signed. */
  becomesPublic(content: string): boolean;
  /** What a document is given when it is first submitted, and keeps: its number. */
  enrol?(tx: Tx, document: Filed): Promise<void>;
  prepare(tx: Tx, document: Filed): Promise<Prepared>;
  /** The findings on a frozen content, by the rules and the neighbouring reports of this moment. */
  check(tx: Tx, document: Filed, content: string): Promise<readonly Finding[]>;
  /** Tells the places of the document to which a remark can be fixed. */
  placesIn(tx: Tx, document: Filed): Promise<(place: string) => boolean>;
  correctionNoteOf(content: string): string;
  /** What lists and searches are to know of a content. */
  factsOf(tx: Tx, document: Filed, content: string): Promise<PublicFacts>;
  /** What else changes with an edition, before lists and searches are told of it. */
  announce(tx: Tx, document: Filed, content: string, at: Date): Promise<void>;
  /** What else changes once an edition, or the notice that withdrew it, stands in its place. */
  settle(tx: Tx, document: Filed, before: string | null, after: string | null): Promise<void>;
  /** Makes every file and page in which the content will be had and reads each back. Absent for a kind that has none. */
  proof?(content: string, facts: PublicationFacts, coming: Coming): Promise<Proof>;
  /** What else happens with the signature, in its transaction; a refusal stops it. */
  sign?(tx: Tx, document: Filed, revision: Revision, signer: { id: string; name: string }): Promise<void>;
  /** A published content as a draft again, with the note that its correction will carry. */
  reopen(tx: Tx, document: Filed, frozen: { content: string; office: string }, note: string): Promise<Reopened>;
};

/** Columns of the document that follow its draft come with it. */
export type Reopened = { draft: object; office: object; title?: string; fieldId?: string };

const kinds: Partial<Record<KindName, DocumentKind>> = {
  annual_report: annualReport,
  item: disclosureItem,
  guide: disclosureGuide,
  reply: requestLetter,
};

export function kindOf(name: KindName): DocumentKind {
  const kind = kinds[name];
  if (!kind) throw new Error(`no rules for documents of kind ${name}`);
  return kind;
}
