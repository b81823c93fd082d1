import { type MoveName, moveNames, type Stage, type Status, stageOf } from '@/lib/domain/workflow/moves';

export const roles = ['drafter', 'section_leader', 'principal_leader', 'administrator', 'auditor'] as const;
export type Role = (typeof roles)[number];

export type Actor = {
  id: string;
  organisationId: string;
  roles: readonly Role[];
  /** Fields that this person leads, by id. */
  leads: readonly string[];
};

/** What is done with requests: registering and entering events, what a leader enters, looking, seeing who asked. */
export type RequestDeed = 'handle_requests' | 'consent' | 'view_requests' | 'view_applicants';
export type Deed = MoveName | RequestDeed | 'view' | 'create' | 'edit' | 'manage' | 'read_trail';

const entitled: Record<Deed, readonly Role[]> = {
  view: ['drafter', 'section_leader', 'principal_leader', 'auditor'],
  create: ['drafter'],
  edit: ['drafter'],
  submit: ['drafter'],
  take_back: ['drafter'],
  approve: ['section_leader'],
  send_back: ['section_leader', 'principal_leader'],
  sign_off: ['principal_leader'],
  publish: [], // the process itself, once signed and on the day that the draft names
  correct: ['drafter'],
  withdraw: ['principal_leader'],
  manage: ['administrator'], // people, roles, fields, organisation; no document
  read_trail: ['auditor', 'administrator'],
  handle_requests: ['drafter'],
  consent: ['drafter', 'section_leader', 'principal_leader'], // extending and deferring (Articles 33 and 35)
  view_requests: ['drafter', 'section_leader', 'principal_leader', 'auditor'],
  view_applicants: ['drafter', 'section_leader', 'principal_leader'], // who supervises needs no names
};

/** What `can` must know of a document. `parts`: who has already taken which stage in it. */
export type Subject = {
  organisationId: string;
  fieldId: string;
  status: Status;
  parts: readonly { userId: string; stage: Stage }[];
};

export type Denial = 'other_organisation' | 'role_missing' | 'other_field' | 'second_stage';

/** Why `actor` may not do `deed`; null means they may. The same answer hides a button and stops a request. */
export function denial(actor: Actor, deed: Deed, subject?: Subject): Denial | null {
  if (subject && actor.organisationId !== subject.organisationId) return 'other_organisation';
  const role = actor.roles.find((held) => rolesFor(deed, subject).includes(held));
  if (!role) return 'role_missing';
  if (!subject) return null;
  if (role === 'section_leader' && deed !== 'view' && !actor.leads.includes(subject.fieldId)) return 'other_field';
  const stage = stageOfDeed(deed, subject.status);
  const taken = subject.parts.find(({ userId }) => userId === actor.id)?.stage;
  return stage && taken && taken !== stage ? 'second_stage' : null;
}

export const can = (actor: Actor, deed: Deed, subject?: Subject) => denial(actor, deed, subject) === null;

// Who may return a document follows from who holds it.
function rolesFor(deed: Deed, subject?: Subject): readonly Role[] {
  if (deed !== 'send_back' || !subject) return entitled[deed];
  return subject.status === 'in_review' ? ['section_leader'] : ['principal_leader'];
}

function stageOfDeed(deed: Deed, status: Status): Stage | null {
  if (deed === 'edit' || deed === 'create') return 'drafting';
  return isMove(deed) ? stageOf(deed, status) : null;
}

const isMove = (deed: Deed): deed is MoveName => (moveNames as readonly string[]).includes(deed);
