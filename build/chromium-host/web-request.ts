type HeaderMap = Record<string, string | string[]>;

export interface RequestDetails {
  readonly id: number;
  readonly url: string;
  readonly method: string;
  readonly resourceType: string;
  readonly referrer: string;
  readonly timestamp: number;
  readonly webContentsId: number;
}

export interface BeforeAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
}

export interface HeadersAnswer {
  readonly cancel?: boolean;
  readonly responseHeaders?: HeaderMap;
  readonly statusLine?: string;
}

type HeadersDetails = RequestDetails & {
  readonly statusCode: number;
  readonly statusLine: string;
  readonly responseHeaders: HeaderMap;
};
type Listener<D, A> = (details: D, callback: (answer: A) => void) => void;
interface Filter {
  readonly urls: readonly string[];
}
interface Rule<D, A> {
  readonly filter: Filter | undefined;
  readonly listener: Listener<D, A>;
}

/** `session.webRequest`: the two hooks that a careful app uses. One listener each, the last one wins. */
export class WebRequest {
  private before: Rule<RequestDetails, BeforeAnswer> | undefined;
  private headers: Rule<HeadersDetails, HeadersAnswer> | undefined;

  onBeforeRequest(...args: HookArguments<RequestDetails, BeforeAnswer>): void {
    this.before = toRule(args);
  }

  onHeadersReceived(...args: HookArguments<HeadersDetails, HeadersAnswer>): void {
    this.headers = toRule(args);
  }

  hostWantsHeaders(url: string): boolean {
    return this.headers !== undefined && matches(this.headers.filter, url);
  }

  hostBefore(details: RequestDetails): Promise<BeforeAnswer> {
    return ask(this.before, details);
  }

  hostHeaders(details: HeadersDetails): Promise<HeadersAnswer> {
    return ask(this.headers, details);
  }
}

type HookArguments<D, A> = [Filter, Listener<D, A> | null] | [Listener<D, A> | null];

function toRule<D, A>(args: HookArguments<D, A>): Rule<D, A> | undefined {
  const listener = args.length === 2 ? args[1] : args[0];
  return listener ? { filter: args.length === 2 ? args[0] : undefined, listener } : undefined;
}

function ask<D extends RequestDetails, A extends object>(
  rule: Rule<D, A> | undefined,
  details: D,
): Promise<Partial<A>> {
  if (!rule || !matches(rule.filter, details.url)) return Promise.resolve({});
  return new Promise((resolve) => rule.listener(details, (answer) => resolve(answer)));
}

/** Chrome's match patterns: `<all_urls>`, or `*` standing for anything. */
function matches(filter: Filter | undefined, url: string): boolean {
  if (!filter) return true;
  return filter.urls.some((pattern) => {
    if (pattern === '<all_urls>') return true;
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    return new RegExp(`^${escaped}$`, 'i').test(url);
  });
}
