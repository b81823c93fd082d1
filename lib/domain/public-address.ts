/** 长辈版 has addresses of its own, so that a link keeps the choice and a cache keeps both. */
export type Size = 'standard' | 'large';

/** The address of a public page: publicAddress('large', 'deting', 'reports', 2020) is /l/deting/reports/2020. */
export const publicAddress = (size: Size, ...parts: readonly (string | number)[]) =>
  `${size === 'large' ? '/l' : ''}/${parts.join('/')}`;

/** What a public address names. */
export type PublicPlace = {
  size: Size;
  /** Absent on the front page of an installation. */
  organisation?: string;
  list?: true;
  year?: number;
  number?: number;
  file?: true;
};

const shape =
  /^(\/l)?(?:\/([a-z0-9-]{1,60})(?:\/(reports)(?:\/(\d{4})(?:\/([1-9]\d{0,3})(?:\/(report\.(?:json|pdf|docx|xlsx|csv)))?)?)?)?)?\/?$/;

/** Null where no public page can stand. */
export function publicPlace(pathname: string): PublicPlace | null {
  const parts = shape.exec(pathname);
  if (!parts) return null;
  const [, large, organisation, list, year, number, file] = parts;
  return {
    size: large ? 'large' : 'standard',
    ...(organisation && { organisation }),
    ...(list && { list: true as const }),
    ...(year && { year: Number(year) }),
    ...(number && { number: Number(number) }),
    ...(file && { file: true as const }),
  };
}

const sizes: readonly string[] = ['standard', 'large'] satisfies Size[];

export const isSize = (text: string): text is Size => sizes.includes(text);

/** The size that a route's parameter names; the layout above has refused every other word. */
export const sizeOf = (text: string): Size => (text === 'large' ? 'large' : 'standard');
