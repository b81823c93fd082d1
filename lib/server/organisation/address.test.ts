import { expect, test } from 'vitest';
import { blockOf, plainAddress } from '@/lib/server/organisation/address';

test.each([
  ['203.0.113.5', '203.0.113.5'],
  [' 203.0.113.5:8080', '203.0.113.5'],
  ['::ffff:203.0.113.5', '203.0.113.5'],
  ['[2001:DB8::1]:443', '2001:db8::1'],
  ['[::1]', '::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['unknown', null],
  ['203.0.113', null],
  ['', null],
  [undefined, null],
])('%s is %s', (written, address) => {
  expect(plainAddress(written)).toBe(address);
});

test.each([
  ['203.0.113.5', '203.0.113.5'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::9', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['', ''],
])('%s counts as %s', (address, block) => {
  expect(blockOf(address)).toBe(block);
});
