import type { Readable } from 'node:stream';
import type { HttpStack } from 'tus-js-client';

/** A part of a file whose size is known before it flows. */
export type SizedReadable = Readable & { readonly size: number };

/**
 * tus speaks over the same function as every other request to the server, so that its certificate, its proofs and its refusal of clear
 * text hold for files too.
 */
export function tusOverFetch(send: (url: string, init: RequestInit) => Promise<Response>): HttpStack {
  return {
    getName: () => 'fetch',
    createRequest(method, url) {
      const headers: Record<string, string> = {};
      const line = new AbortController();
      return {
        getMethod: () => method,
        getURL: () => url,
        setHeader: (name, value) => void (headers[name] = value),
        getHeader: (name) => headers[name],
        // Progress is counted where the bytes are let through.
        setProgressHandler: () => undefined,
        async send(body: SizedReadable | null | undefined) {
          const sent = body && body.size > 0 ? body : null;
          const response = await send(url, {
            method,
            headers,
            signal: line.signal,
            ...(sent && streamed(sent, headers)),
          });
          const text = await response.text();
          // An answer that came early: the server has this part already.
          sent?.destroy();
          return {
            getStatus: () => response.status,
            getHeader: (name) => response.headers.get(name) ?? undefined,
            getBody: () => text,
            getUnderlyingObject: () => response,
          };
        },
        abort: async () => line.abort(),
        getUnderlyingObject: () => null,
      };
    },
  };
}

/** Whatever takes a body as a stream of `fetch` takes Node's as well. `duplex` is asked for by fetch where a body is a stream. */
function streamed(body: SizedReadable, headers: Record<string, string>): RequestInit {
  headers['Content-Length'] = String(body.size);
  return { headers, body, duplex: 'half' } as unknown as RequestInit;
}
