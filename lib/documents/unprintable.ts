/** A text for which no font has a shape. */
export class Unprintable extends Error {
  constructor(readonly text: string) {
    super(`no font has a shape for “${text}”`);
  }
}
