import type { Outcome } from '../../shared/outcome';

/** Prints a self-contained HTML page, as its own print CSS says, into a PDF. The app prints in a window, the command line in a browser. */
export type PrintPdf = (html: string) => Promise<Outcome<Uint8Array>>;
