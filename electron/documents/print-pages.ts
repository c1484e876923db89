import { createHash } from 'node:crypto';

/** Pages that wait to be printed, by an id that only main knows; served as app://print/<id>. */
export interface PrintPages {
  add(id: string, html: string): void;
  remove(id: string): void;
  answer(pathname: string): Response | null;
}

export function createPrintPages(): PrintPages {
  const pages = new Map<string, string>();
  return {
    add: (id, html) => void pages.set(id, html),
    remove: (id) => void pages.delete(id),
    answer(pathname) {
      const html = pages.get(pathname.slice(1));
      if (html === undefined) return null;
      return new Response(html, {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': printPolicy(html) },
      });
    },
  };
}

/** A printed page runs nothing and fetches nothing: its own style sheets by their hash, pictures inside it. */
function printPolicy(html: string): string {
  const hashes = [...html.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(
    (style) =>
      `'sha256-${createHash('sha256')
        .update(style[1] ?? '')
        .digest('base64')}'`,
  );
  return `default-src 'none'; img-src data:; style-src ${hashes.join(' ') || "'none'"}`;
}
