import { Readable } from 'node:stream';
import type { HttpStack } from 'tus-js-client';

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
        async send(body: Readable | null | undefined) {
          const response = await send(url, { method, headers, signal: line.signal, ...streamed(body) });
          const text = await response.text();
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

/** `duplex` is asked for by fetch where a body is a stream. */
function streamed(body: Readable | null | undefined): RequestInit {
  return body instanceof Readable
    ? ({ body: Readable.toWeb(body), duplex: 'half' } as unknown as RequestInit)
    : {};
}
