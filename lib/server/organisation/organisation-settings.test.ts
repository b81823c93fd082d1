import { expect, test } from 'vitest';
import { openReadings } from '@/lib/domain/requests/settings-form';
import { db } from '@/lib/server/db';
import { changeOrganisation, organisationOf } from '@/lib/server/organisation/organisation-settings';
import { changeRequestSettings, requestSettings } from '@/lib/server/requests/request-settings';
import { aTownship } from '@/lib/server/testing/a-township';
import { lastEvents } from '@/lib/server/testing/an-organisation';
import { withDatabase } from '@/lib/server/testing/with-database';

withDatabase();

test('each page of settings leaves alone what the other one keeps', async () => {
  const town = await aTownship();
  const { administrator } = town.people;
  const { readings } = await requestSettings(administrator);
  const rule = { registerSince: 2021, retentionYears: 30, afterRetention: 'erase' as const };
  await changeRequestSettings({ ...readings, ...rule, internet_receipt: 'platform' }, administrator);
  const kept = await requestSettings(administrator);
  expect(kept).toMatchObject({ ...rule, readings: { internet_receipt: 'platform' } });

  const { settings, ...names } = await organisationOf(administrator);
  const { requests: _, letters: __, ...shown } = settings;
  const contact = { ...shown.contact, phone: '0379-66319009' };
  await changeOrganisation({ ...names, settings: { ...shown, contact } }, administrator);
  expect(await requestSettings(administrator)).toEqual(kept);
  expect((await organisationOf(administrator)).settings).toMatchObject({ contact, letters: settings.letters });

  await changeRequestSettings({ ...kept.readings, ...rule, retentionYears: 10 }, administrator);
  expect((await organisationOf(administrator)).settings.contact).toEqual(contact);
  const stored = await db.organisation.findUniqueOrThrow({ where: { id: town.id } });
  expect(Object.keys(stored.settings as object)).toEqual(expect.arrayContaining(['contact', 'requests', 'letters']));
  expect(await lastEvents(town.id, 3)).toEqual([
    'organisation_changed',
    'organisation_changed',
    'organisation_changed',
  ]);
  expect(openReadings).toContain('internet_receipt');
});
