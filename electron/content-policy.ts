/**
 * Nothing but our own files; styles that antd makes carry the nonce of this load. No unsafe-inline, no unsafe-eval.
 * `wasm-unsafe-eval` lets WebAssembly compile and nothing else: checklists parse XPath with it, and HEIC pictures are read by it.
 */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}
