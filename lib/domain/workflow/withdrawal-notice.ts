import { z } from 'zod';

/** What stands in the place of a withdrawn publication. */
export const withdrawalNotice = z.strictObject({
  title: z.string().min(1),
  /** Number of the publication that is withdrawn, and with it every earlier one. */
  withdraws: z.int().min(1),
  day: z.iso.date(),
  reason: z.string().min(1),
  signedBy: z.string().min(1),
});
export type WithdrawalNotice = z.infer<typeof withdrawalNotice>;
