import '@/lib/files/pdf/natives';
// The half that reads is loaded now, or it would be when the first document is opened, and take their place once more.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { restoreNatives } from '@/lib/files/pdf/natives';

export {
  getDocument,
  OPS,
  type PDFDocumentProxy,
  type PDFPageProxy,
  VerbosityLevel,
} from 'pdfjs-dist/legacy/build/pdf.mjs';

restoreNatives();
