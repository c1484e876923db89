/** The event object that Electron passes first; listeners may call `preventDefault`. */
export interface PreventableEvent {
  defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventableEvent<T extends object>(details: T): T & PreventableEvent {
  return Object.assign(details, {
    defaultPrevented: false,
    preventDefault(this: PreventableEvent): void {
      this.defaultPrevented = true;
    },
  });
}
