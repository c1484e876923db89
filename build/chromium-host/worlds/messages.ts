/** What the isolated world tells the host through its CDP binding, as JSON. `args` are encoded by the codec. */
export type ToHost =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string; readonly args: unknown }
  | { readonly kind: 'send'; readonly channel: string; readonly args: unknown }
  /** A text that was lent could not be fetched (a network that is switched off): it has to come as a message. */
  | { readonly kind: 'unread'; readonly id: number; readonly path: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string }
  | {
      readonly kind: 'window';
      readonly event: 'resize' | 'focus' | 'blur';
      readonly bounds: {
        readonly x: number;
        readonly y: number;
        readonly width: number;
        readonly height: number;
      };
    };

/** What the host tells the isolated world by calling `receiverName`. */
export type ToWindow =
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  /** A long reply, to be fetched at this path. */
  | { readonly kind: 'lent'; readonly id: number; readonly path: string }
  | { readonly kind: 'failure'; readonly id: number; readonly error: string }
  | { readonly kind: 'event'; readonly channel: string; readonly args: unknown };

export const worldName = 'chromium-host-preload';
export const bindingName = '__chromiumHostSend';
export const receiverName = '__chromiumHostReceive';
