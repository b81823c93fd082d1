import { type MaskStyle, maskHit, usualMask } from '@/lib/domain/personal-data/mask';
import type { ApplicantData } from '@/lib/domain/requests/request-form';
import type { ApplicantKind } from '@/lib/domain/requests/statistics';

/** The name of who asks as lists show it: of a person the family name alone; an organisation is not masked. */
export const maskedApplicantName = (name: string, kind: ApplicantKind) =>
  kind === 'natural_person' && name !== '' ? maskHit({ type: 'name', text: name }) : name;

/** What tells who asks and how they are reached, masked field by field; what was not told stays empty. */
export function maskedApplicant(data: ApplicantData, style: MaskStyle = usualMask): ApplicantData {
  const masked = (type: 'name' | 'identity_number' | 'mobile' | 'email', text: string) =>
    text === '' ? '' : maskHit({ type, text }, style);
  // The middle four, as everybody writes it.
  const phone = (text: string) => (text === '' ? '' : maskHit({ type: 'mobile', text }, { first: 3, last: 4 }));
  return {
    identityKind: data.identityKind,
    identityNumber: masked('identity_number', data.identityNumber),
    legalRepresentative: masked('name', data.legalRepresentative),
    contactPerson: masked('name', data.contactPerson),
    agent: masked('name', data.agent),
    address: maskedAddress(data.address),
    postcode: data.postcode,
    telephone: phone(data.telephone),
    fax: phone(data.fax),
    email: masked('email', data.email),
  };
}

// County and township may stay; village, street and door may not.
const maskedAddress = (address: string) =>
  address === '' ? '' : `${address.slice(0, Math.min(6, address.length / 3))}****`;
