/** The results of table three, as the newest format names them; a format with fewer rows joins some of them. */
export const resultRows = [
  'granted',
  'partially_granted',
  'denied_state_secret',
  'denied_law_prohibited',
  'denied_safety_stability',
  'denied_third_party_rights',
  'denied_internal_affairs',
  'denied_process_info',
  'denied_enforcement_file',
  'denied_admin_query',
  'unavailable_not_held',
  'unavailable_needs_creation',
  'unavailable_still_unclear',
  'np_petition_complaint',
  'np_repeat',
  'np_publication',
  'np_excessive',
  'np_reconfirm',
  'other_no_correction',
  'other_fee_unpaid',
  'other_other',
] as const;
export type ResultRow = (typeof resultRows)[number];

/** The kinds of answer that a `replied` event may carry. */
export const replyKinds = [
  'already_public',
  'granted',
  'partially_granted',
  'state_secret',
  'law_prohibited',
  'safety_stability',
  'third_party_rights',
  'internal_affairs',
  'process_info',
  'enforcement_file',
  'admin_query',
  'not_existing',
  'not_responsible',
  'needs_creation',
  'still_unclear',
  'petition_complaint',
  'repeat',
  'publication',
  'excessive',
  'reconfirm',
  'other',
] as const;
export type ReplyKind = (typeof replyKinds)[number];

/** The one row of table three in which an answer counts. */
export const rowByReply: Record<ReplyKind, ResultRow> = {
  already_public: 'granted',
  granted: 'granted',
  partially_granted: 'partially_granted',
  state_secret: 'denied_state_secret',
  law_prohibited: 'denied_law_prohibited',
  safety_stability: 'denied_safety_stability',
  third_party_rights: 'denied_third_party_rights',
  internal_affairs: 'denied_internal_affairs',
  process_info: 'denied_process_info',
  enforcement_file: 'denied_enforcement_file',
  admin_query: 'denied_admin_query',
  not_existing: 'unavailable_not_held',
  not_responsible: 'unavailable_not_held',
  needs_creation: 'unavailable_needs_creation',
  still_unclear: 'unavailable_still_unclear',
  petition_complaint: 'np_petition_complaint',
  repeat: 'np_repeat',
  publication: 'np_publication',
  excessive: 'np_excessive',
  reconfirm: 'np_reconfirm',
  other: 'other_other',
};

/** Rows that arise when an applicant lets a period lapse: by an event of their own, never by an answer. */
export const lapseRows: readonly ResultRow[] = ['other_no_correction', 'other_fee_unpaid'];
