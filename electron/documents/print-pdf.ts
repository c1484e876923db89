/**
 * Prints a self-contained HTML page, as its own print CSS says, into a PDF. The app prints in a hidden window, the
 * command line in an installed browser; both reject with an error that says why there is no PDF.
 */
export type PrintPdf = (html: string) => Promise<Uint8Array>;
