import { join } from 'node:path';
import type { NodeCompiler, NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { familyNames } from '@/lib/documents/font-family';
import { defaultFamily, defaultFontFiles, type PaperFonts } from '@/lib/documents/fonts';
import { Unprintable } from '@/lib/documents/unprintable';

// Native code: a bundler must leave it to Node.
const typst = await import(/* turbopackIgnore: true */ '@myriaddreamin/typst-ts-node-compiler');

type Families = Record<'body' | 'title' | 'heading1' | 'heading2', string[]>;
type Typesetter = { compiler: NodeCompiler; families: Families };

// Reading the fonts takes ten times as long as a document.
const typesetters = new Map<string, Typesetter>();

/** A compiler with the fonts of an office; throws where a file is no font. */
export function typesetter(fonts: PaperFonts): Typesetter {
  const key = JSON.stringify(fonts);
  const known = typesetters.get(key);
  if (known) return known;
  const { spare = [], ...named } = fonts;
  const files = [...Object.values(named), ...spare].filter((file) => file !== undefined);
  const compiler = typst.NodeCompiler.create({ fontArgs: [{ fontPaths: [...files, ...defaultFontFiles()] }] });
  const families = (file: string | undefined) => [...(file ? [knownFamily(compiler, file)] : []), defaultFamily];
  const made = {
    compiler,
    families: {
      body: families(fonts.fangSong),
      title: families(fonts.xiaoBiaoSong),
      heading1: families(fonts.heiTi),
      heading2: families(fonts.kaiTi),
    },
  };
  typesetters.set(key, made);
  return made;
}

/** The name that typst knows a font file by. */
function knownFamily(compiler: NodeCompiler, file: string): string {
  const isKnown = (name: string) =>
    typeset(compiler, { mainFileContent: `#set text(font: ${JSON.stringify(name)})\nx` }).warnings === null;
  const family = familyNames(file).find(isKnown);
  if (family === undefined) throw new Error(`${file} cannot be used as a font`);
  return family;
}

/** Sets a source; throws with what Typst found wrong. */
export function typeset(compiler: NodeCompiler, source: Parameters<NodeCompiler['compile']>[0]) {
  const compiled = compiler.compile(source);
  if (compiled.result === null) {
    const fault = compiled.takeDiagnostics();
    throw new Error(`typst: ${JSON.stringify(fault?.shortDiagnostics)}`);
  }
  return { result: compiled.result, warnings: compiled.takeWarnings() };
}

/**
 * Does what needs pictures under their paths, and forgets them. Typst looks for a path below the folder that it was started
 * in; nothing is written there.
 */
export function withPictures<Made>(
  compiler: NodeCompiler,
  pictures: readonly { path: string; bytes: Buffer }[],
  make: () => Made,
): Made {
  const started = process.cwd();
  try {
    for (const { path, bytes } of pictures) compiler.mapShadow(join(/* turbopackIgnore: true */ started, path), bytes);
    return make();
  } finally {
    compiler.resetShadow();
    compiler.evictCache(5);
  }
}

/** A document as PDF/A-2a, which has every shape inside and tells what it is made of. */
export function archivable(compiler: NodeCompiler, document: NodeTypstDocument): Buffer {
  try {
    return compiler.pdf(document, { pdfStandard: 'a-2a' });
  } catch (error) {
    const [, text] = /the text `\\?"(.+?)\\?"` could not be displayed/.exec(String(error)) ?? [];
    throw text ? new Unprintable(unescaped(text)) : error;
  }
}

const unescaped = (text: string) =>
  text.replace(/\\+u\{([0-9a-f]+)\}/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
