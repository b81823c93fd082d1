const minute = 60_000;

/** Wrong passwords in a row that are forgiven without waiting. */
export const patience = 5;

/** Until when an account is locked after so many failures in a row: a minute, then twice as long each time, an hour at most. */
export function lockedAfter(failures: number, at: Date): Date | null {
  if (failures < patience) return null;
  const minutes = Math.min(60, 2 ** (failures - patience));
  return new Date(at.getTime() + minutes * minute);
}
