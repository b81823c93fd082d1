'use server';

import { redirect } from 'next/navigation';
import { after } from 'next/server';
import { requestSettingsForm } from '@/lib/domain/requests/settings-form';
import { formAction } from '@/lib/server/form-action';
import { recountRequests } from '@/lib/server/requests/recount-requests';
import { changeRequestSettings } from '@/lib/server/requests/request-settings';

export const changeRequestSettingsAction = formAction(requestSettingsForm, async (input, actor) => {
  await changeRequestSettings(input, actor);
  after(recountRequests);
  redirect('/admin/requests/settings?done=changed');
});
