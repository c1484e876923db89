import type { HttpStack } from 'tus-js-client';
import type { PouredBody } from './pour-file';
import type { ServerRequest } from './sync-client';

/**
 * tus speaks over the same function as every other request to the server, so that its certificate, its proofs and its refusal of clear
 * text hold for files too.
 */
export function tusOverFetch(send: (url: string, init: ServerRequest) => Promise<Response>): HttpStack {
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
        async send(body: PouredBody | null | undefined) {
          const sent = body && body.size > 0 ? body : null;
          if (sent) headers['Content-Length'] = String(sent.size);
          const pour = sent ? { pour: sent.pour } : {};
          const response = await send(url, { method, headers, signal: line.signal, ...pour });
          const text = await response.text();
          // An answer that came early: the server has this part already.
          sent?.stop();
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
