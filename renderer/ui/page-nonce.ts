/** The page's own nonce, under which the CSP lets style sheets be added. */
export function readNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
}

/**
 * antd asks for the nonce, but the sheets with which it locks scrolling under a dialog and measures scroll bars are made
 * without it (updateCSS in @rc-component/util). They would be refused, each with an error in the console in which a real one
 * would drown. Only our own code runs here, so its sheets may all have it.
 */
export function giveSheetsTheNonce(): void {
  const nonce = readNonce();
  if (nonce === undefined) return;
  const create = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options);
    if (element instanceof HTMLStyleElement) element.nonce = nonce;
    return element;
  };
}
