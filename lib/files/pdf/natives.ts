const { parse, stringify } = JSON;
const { push } = Array.prototype;
const { toString: source } = Function.prototype;

/**
 * pdf.js is to be had for Node.js 20 only with stand-ins for what old browsers lack, and some of them take the place of what is there, for
 * the whole process, many times slower. This puts back what was there when this module was loaded, before pdf.js.
 */
export function restoreNatives() {
  Object.assign(JSON, { parse, stringify });
  Object.defineProperty(Array.prototype, 'push', { value: push });
  Object.defineProperty(Function.prototype, 'toString', { value: source });
}
