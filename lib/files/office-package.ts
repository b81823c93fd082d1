import { FileFault } from '@/lib/files/file-fault';
import { attribute, readXml } from '@/lib/files/xml-events';
import { unzipped } from '@/lib/files/zip-archive';

/** A relationship of a part: a target inside the package, or an address outside. */
type Relationship = { from: string; id: string; kind: string; target: string; external: boolean };

/** A DOCX or XLSX, unpacked: its parts with their content types, and what points where. */
export type OfficePackage = {
  type: 'docx' | 'xlsx';
  main: string;
  parts: ReadonlyMap<string, { bytes: Uint8Array; contentType: string }>;
  relationships: readonly Relationship[];
};

const mainTypes = [
  ['docx', /wordprocessingml\.(?:document|template)\.main\+xml$|ms-word\.(?:document|template)\.macroEnabled/],
  ['xlsx', /spreadsheetml\.(?:sheet|template)\.main\+xml$|ms-excel\.(?:sheet|template|addin)\.macroEnabled/],
] as const;

/** Opens an office file (ECMA-376). Null where the archive is another kind of thing; FileFault where it is broken. */
export async function openPackage(bytes: Uint8Array): Promise<OfficePackage | null> {
  const files = await unzipped(bytes);
  const types = files.get('[Content_Types].xml');
  if (!types) return null;
  const typeOf = contentTypes(types);
  const parts = new Map([...files].map(([name, content]) => [name, { bytes: content, contentType: typeOf(name) }]));
  const relationships = [...files.keys()].filter(isRelationships).flatMap((name) => relationshipsIn(name, files));
  const root = relationships.find(({ from, kind }) => from === '' && kind === 'officeDocument');
  const main = parts.get(root?.target ?? '');
  const [type] = mainTypes.find(([, pattern]) => main && pattern.test(main.contentType)) ?? [];
  return root && type ? { type, main: root.target, parts, relationships } : null;
}

function contentTypes(bytes: Uint8Array): (name: string) => string {
  const extensions = new Map<string, string>();
  const names = new Map<string, string>();
  readXml(bytes, {
    open: (name, attributes) => {
      const type = attribute(attributes, 'ContentType');
      if (name === 'Default') extensions.set(attribute(attributes, 'Extension').toLowerCase(), type);
      if (name === 'Override') names.set(attribute(attributes, 'PartName').toLowerCase(), type);
    },
  });
  return (name) =>
    names.get(`/${name}`.toLowerCase()) ?? extensions.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase()) ?? '';
}

const isRelationships = (name: string) => /(?:^|\/)_rels\/[^/]*\.rels$/.test(name);

function relationshipsIn(name: string, files: ReadonlyMap<string, Uint8Array>): Relationship[] {
  const from = name.replace(/_rels\/([^/]*)\.rels$/, '$1');
  const folder = from.slice(0, from.lastIndexOf('/') + 1);
  const found: Relationship[] = [];
  readXml(files.get(name) ?? new Uint8Array(), {
    open: (tag, attributes) => {
      if (tag !== 'Relationship') return;
      const target = attribute(attributes, 'Target');
      const kind = attribute(attributes, 'Type').replace(/^.*\//, '');
      const external = attribute(attributes, 'TargetMode') === 'External';
      found.push({
        from,
        id: attribute(attributes, 'Id'),
        kind,
        external,
        target: external ? target : resolved(folder, target),
      });
    },
  });
  return found;
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  const path = target.startsWith('/') ? target : folder + target;
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Whether a part is XML to be read; drawings of comments (VML) are only nearly so. */
export const isXml = (name: string, contentType: string): boolean =>
  /[+/]xml$/.test(contentType) || /\.(?:xml|rels|vml)$/i.test(name);
export const isVml = (name: string, contentType: string): boolean =>
  /vmlDrawing/i.test(contentType) || /\.vml$/i.test(name);

/** Throws FileFault for what an attachment may not hold: macros, other files, controls, links outside, broken parts. */
export function checkPackage(office: OfficePackage): void {
  for (const [name, { contentType }] of office.parts) {
    const both = `${name} ${contentType}`;
    if (/macroEnabled|vbaProject|vbaData|macrosheet|dialogsheet|\.bas$/i.test(both))
      throw new FileFault('macros', name);
    if (/activeX|oleObject|(?:^|\/)embeddings\/|webextension|customUI/i.test(both)) {
      throw new FileFault('embedded_file', name);
    }
    if (/externalLink|connections\.xml|queryTable/i.test(both)) throw new FileFault('linked_outside', name);
    if (!isXml(name, contentType) && !allowedBinary.test(both)) throw new FileFault('embedded_file', name);
  }
  for (const relationship of office.relationships) checkRelationship(relationship);
  checkParts(office);
}

const allowedBinary =
  /image\/|\.(?:png|jpe?g|gif|bmp|tiff?|emf|wmf|svg|webp)(?: |$)|obfuscatedFont|x-font|\.(?:odttf|fntdata)(?: |$)|printerSettings/i;
const macroKinds = /vbaProject|MacroSheet|dialogsheet|wordVbaData/i;
const embeddedKinds =
  /^(?:oleObject|package|control|activeX.*|aFChunk|extensibility|webextension.*|video|audio|media)$/i;

function checkRelationship({ kind, target, external }: Relationship) {
  if (macroKinds.test(kind)) throw new FileFault('macros', kind);
  if (embeddedKinds.test(kind)) throw new FileFault('embedded_file', kind);
  const link = kind === 'hyperlink' && /^(?:https?|ftp|mailto|tel):/i.test(target);
  if (external && !link) throw new FileFault('linked_outside', `${kind} ${target}`);
}

// Fields that fetch something when the file is opened, each at the start of a line.
const fetching = /^\s*(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK|RD)\b/im;

// Every part is read, so that one that is broken is found now and not by a citizen.
function checkParts({ type, main, parts }: OfficePackage) {
  for (const [name, { bytes, contentType }] of parts) {
    if (!isXml(name, contentType)) continue;
    let instructions = '';
    let inside = false;
    let root = '';
    readXml(
      bytes,
      {
        open: (tag, attributes) => {
          if (root === '') root = tag;
          inside = tag === 'instrText';
          if (tag === 'fldChar') instructions += '\n';
          if (tag === 'fldSimple') instructions += `\n${attribute(attributes, 'instr')}\n`;
          if (tag === 'ddeLink' || tag === 'oleLink') throw new FileFault('linked_outside', tag);
          if (tag === 'definedName' && /\b(?:xlm|vbProcedure)\s*=\s*["'](?:1|true)/.test(attributes)) {
            throw new FileFault('macros', 'defined name');
          }
        },
        close: (tag) => {
          inside = false;
          if (tag === 'p') instructions += '\n';
        },
        text: (text) => {
          if (inside) instructions += text;
        },
      },
      { lenient: isVml(name, contentType) },
    );
    if (fetching.test(instructions)) throw new FileFault('linked_outside', 'field');
    if (name === main && root !== (type === 'docx' ? 'document' : 'workbook')) throw new FileFault('broken', root);
  }
}
