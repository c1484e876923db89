import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import type { OfficeAccess } from '../../electron/office/office-access';
import type { TestLaptop } from './test-laptop';

/** `fetch` as this laptop asks: with its token, and a proof for just this request. */
export function signedFetch(laptop: TestLaptop): (url: string, init?: RequestInit) => Promise<Response> {
  return (url, init = {}) => {
    const { pathname, search } = new URL(url);
    const body = typeof init.body === 'string' ? init.body : '';
    const shown = laptop.headersFor(init.method ?? 'GET', pathname + search, body);
    return fetch(url, { ...init, headers: { ...(init.headers as Record<string, string>), ...shown } });
  };
}

/** `app.inject` as this laptop asks. */
export function signedInject(
  app: () => FastifyInstance,
  laptop: () => TestLaptop,
): (options: InjectOptions & { readonly url: string }) => Promise<LightMyRequestResponse> {
  return (options) => {
    const { payload } = options;
    const body = payload === undefined ? '' : typeof payload === 'string' ? payload : JSON.stringify(payload);
    const shown = laptop().headersFor(options.method ?? 'GET', options.url, body);
    return app().inject({ ...options, headers: { ...options.headers, ...shown } });
  };
}

/** How the app's own code asks as this laptop. */
export function accessOf(laptop: Pick<TestLaptop, 'headersFor'>): OfficeAccess {
  return {
    credentials: (method, path, body) =>
      Promise.resolve({ kind: 'headers', headers: laptop.headersFor(method, path, body) }),
    end: () => undefined,
  };
}

/** For tests of what comes back: whoever answers looks at nothing that is shown. */
export const anyAccess = accessOf({ headersFor: () => ({}) });
