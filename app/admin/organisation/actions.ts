'use server';

import { redirect } from 'next/navigation';
import { organisationFacts } from '@/lib/domain/organisation-form';
import { formAction } from '@/lib/server/form-action';
import { changeOrganisation } from '@/lib/server/organisation/organisation-settings';

export const changeOrganisationAction = formAction(organisationFacts, async (input, actor) => {
  await changeOrganisation(input, actor);
  redirect('/admin/organisation?done=changed');
});
