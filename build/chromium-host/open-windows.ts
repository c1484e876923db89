/** What the app's life cycle needs to know of a window. */
export interface OpenWindow {
  /** Runs `close` and `beforeunload`; false when one of them refused. */
  requestClose(): Promise<boolean>;
  /** The browser has gone and the window with it. */
  hostEnded(): void;
}

/** All open windows, in the order they were opened. Stands between app and window, which both need it. */
export class OpenWindows<W extends OpenWindow> {
  private readonly windows = new Set<W>();
  onLastClosed: () => void = () => undefined;

  add(window: W): void {
    this.windows.add(window);
  }

  remove(window: W): void {
    if (this.windows.delete(window) && this.windows.size === 0) this.onLastClosed();
  }

  list(): W[] {
    return [...this.windows];
  }
}
