import 'server-only';

/** The one place that looks at the clock. Nothing is ever back-dated. */
export const now = () => new Date();

const inShanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day in China at an instant: 2021-01-20. */
export const dayOf = (instant: Date) => inShanghai.format(instant) as `${number}-${number}-${number}`;

export const today = () => dayOf(now());
