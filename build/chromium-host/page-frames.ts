import type { CdpSession, Protocol } from './cdp';
import { originOf, toAppUrl } from './app-protocol';
import { guard } from './guard';
import { worldName } from './worlds/messages';

interface Frame {
  readonly id: string;
  readonly routingId: number;
  readonly parentId: string | undefined;
  url: string;
  name: string;
}

/** The part of Electron's WebFrameMain that a sender check reads. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly routingId: number;
  readonly processId: number;
  readonly frameTreeNodeId: number;
  readonly name: string;
  readonly parent: SenderFrame | null;
  readonly top: SenderFrame | null;
  readonly detached: boolean;
  isDestroyed(): boolean;
}

/** Keeps the page's frames and the preload worlds in them. */
export class PageFrames {
  private readonly frames = new Map<string, Frame>();
  /** Execution context of a preload world -> its frame's id. */
  private readonly worlds = new Map<number, string>();
  private lastRoutingId = 0;

  follow(page: CdpSession): void {
    page.on('Page.frameAttached', ({ frameId, parentFrameId }) =>
      this.put(frameId, parentFrameId, 'about:blank', ''),
    );
    page.on('Page.frameDetached', ({ frameId }) => void this.frames.delete(frameId));
    page.on('Page.frameNavigated', ({ frame }) => this.navigated(frame));
    page.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
      const frame = this.frames.get(frameId);
      if (frame) frame.url = url;
    });
    page.on('Runtime.executionContextCreated', ({ context }) => {
      const { frameId } = (context.auxData ?? {}) as { readonly frameId?: string };
      if (context.name === worldName && frameId) this.worlds.set(context.id, frameId);
    });
    page.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      this.worlds.delete(executionContextId);
    });
    page.on('Runtime.executionContextsCleared', () => this.worlds.clear());
  }

  navigated(frame: Protocol.Page.Frame): void {
    this.put(frame.id, frame.parentId, frame.url + (frame.urlFragment ?? ''), frame.name ?? '');
  }

  mainFrameId(): string | undefined {
    return [...this.frames.values()].find(({ parentId }) => parentId === undefined)?.id;
  }

  /** The top frame's address as the app knows it; '' before the first page. */
  mainUrl(): string {
    const id = this.mainFrameId();
    const url = (id && this.frames.get(id)?.url) || '';
    return isScaffold(url) ? '' : toAppUrl(url);
  }

  mainWorlds(): number[] {
    const main = this.mainFrameId();
    return [...this.worlds].filter(([, frameId]) => frameId === main).map(([context]) => context);
  }

  /** The frame a preload message came from; undefined when its document is gone already. */
  senderOf(contextId: number): SenderFrame | undefined {
    const frameId = this.worlds.get(contextId);
    return frameId === undefined ? undefined : this.describe(frameId);
  }

  describe(frameId: string): SenderFrame | undefined {
    const frame = this.frames.get(frameId);
    if (!frame) return undefined;
    const url = toAppUrl(frame.url);
    const parent = frame.parentId === undefined ? undefined : this.describe(frame.parentId);
    const main = this.mainFrameId();
    const top = main === undefined || main === frameId ? undefined : this.describe(main);
    const described: SenderFrame = guard('WebFrameMain', {
      url,
      origin: originOf(url),
      routingId: frame.routingId,
      processId: 1,
      frameTreeNodeId: frame.routingId,
      name: frame.name,
      parent: parent ?? null,
      get top(): SenderFrame | null {
        return top ?? described;
      },
      detached: false,
      isDestroyed: () => !this.frames.has(frameId),
    });
    return described;
  }

  private put(id: string, parentId: string | undefined, url: string, name: string): void {
    const routingId = this.frames.get(id)?.routingId ?? ++this.lastRoutingId;
    // A top frame that moves to another process comes back under a new id.
    const oldMain = parentId === undefined ? this.mainFrameId() : undefined;
    if (oldMain !== undefined && oldMain !== id) this.frames.delete(oldMain);
    this.frames.set(id, { id, routingId, parentId, url, name });
  }
}

/** Blank and tagged pages are the host's own, made before the app loads anything. */
export function isScaffold(url: string): boolean {
  return url === '' || url === 'about:blank' || url.startsWith('data:text/html,chromium-host-');
}
