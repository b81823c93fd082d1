import type { Denial } from '@/lib/domain/access';
import type { AttachmentFault, Place } from '@/lib/domain/attachment';
import type { NoticeFault } from '@/lib/domain/calendar/notice-check';
import type { Article } from '@/lib/domain/requests/articles';
import type { RequestEventKind } from '@/lib/domain/requests/events';
import type { LetterFault } from '@/lib/domain/requests/letter-faults';
import type { Obstacle } from '@/lib/domain/requests/obstacles';
import type { SheetFault } from '@/lib/domain/sheet';
import type { MoveName, Status } from '@/lib/domain/workflow/moves';

/** A foreseen problem, with its facts. lib/text/issues.ts says it in Chinese. */
export type Issue =
  | { code: 'not_allowed'; denial: Denial }
  | { code: 'not_found' }
  | { code: 'not_signed_in' }
  | { code: 'password_needed'; field: 'password' }
  | { code: 'password_wrong'; field: 'password' }
  | { code: 'stale_copy'; by: string; at: string; move: MoveName | 'edit' }
  | { code: 'move_not_open'; status: Status }
  | { code: 'note_missing'; field: 'note'; move: MoveName }
  | { code: 'rules_block'; count: number }
  | { code: 'reason_missing'; count: number }
  | { code: 'answer_missing'; count: number }
  | { code: 'remarks_left'; count: number }
  | { code: 'secrecy_missing'; field: 'secrecy' }
  | { code: 'declaration_missing'; field: 'declarations'; count: number }
  | { code: 'day_passed'; field: 'publishOn' }
  | ({ code: 'misprinted'; count: number; row?: { path: string; title: string } } & Misprint)
  | { code: 'batch_unread'; read: number; rows: number }
  | { code: 'counted_cell'; field: string }
  | { code: 'report_exists'; field: 'year'; year: number }
  | { code: 'no_format'; field: 'year'; year: number }
  | { code: 'sign_in_failed'; field: 'password' }
  | { code: 'locked'; field: 'password'; until: string }
  | { code: 'password_weak'; field: 'newPassword'; weakness: Weakness }
  | { code: 'password_differs'; field: 'repeated' }
  | { code: 'password_change_due' }
  | { code: 'name_taken'; field: 'signInName' | 'name' | 'slug' | 'code' | 'label' }
  | { code: 'node_in_use'; items: number }
  | { code: 'sheet_refused'; field: 'sheet'; fault: SheetFault }
  | { code: 'nothing_to_import' }
  | { code: 'in_batch' }
  | { code: 'batch_empty' }
  | { code: 'batch_rows_open'; count: number; rows: readonly { path: string; title: string }[] }
  | { code: 'node_of_law'; field?: 'label' | 'basis' }
  | { code: 'last_administrator'; field: 'roles' }
  | { code: 'administrator_apart'; field: 'roles' }
  | { code: 'leader_without_role'; field: 'leaders'; name: string }
  | { code: 'still_there'; field: 'attachment'; name: string; found: readonly { text: string; where: Place }[] }
  | { code: 'attachment_refused'; field: string; name: string; why: AttachmentFault }
  | { code: 'bad_input'; field: string; problem: InputProblem }
  | { code: 'holiday_notice'; fault: NoticeFault; detail: string }
  | { code: 'letter_numbered'; number: string }
  | { code: 'letter_contradicts'; because: LetterFault; field: string; article: Article }
  | { code: 'restatement_missing'; field: 'restates'; years: readonly number[] }
  | { code: 'restatement_since'; years: readonly number[] }
  | { code: 'request_year_fixed'; field: 'on'; year: number }
  | { code: 'request_moved'; by: string; at: string }
  | { code: 'request_unchanged' }
  | { code: 'key_missing' }
  | { code: 'request_event_refused'; event: RequestEventKind; because: Obstacle; article: Article; field?: string };

/** A form in which citizens get a published document. */
/** A place where something else is read than what was signed. `found` is null where nothing is. */
type Misprint = { medium: Medium; place: string; expected: string; found: string | null };

export type Medium = 'html' | 'pdf' | 'docx' | 'xlsx' | 'csv' | 'json';

/** Why a new password is refused. */
export type Weakness = 'short' | 'common' | 'pattern' | 'personal' | 'unchanged';

/** Why one field was refused. */
export type InputProblem =
  | 'required'
  | 'too_long'
  | 'not_a_number'
  | 'negative'
  | 'fraction'
  | 'too_many_places'
  | 'too_large'
  | 'doubtful_number'
  | 'control_characters'
  | 'not_a_day'
  | 'day_to_come'
  | 'before_publication'
  | 'before_posting'
  | 'unknown_choice'
  | 'unknown_placeholder'
  | 'malformed'
  | 'personal_data';
