import type { Rectangle } from 'electron';
import type { Protocol } from './cdp';
import { GuardedEmitter } from './guarded-emitter';
import { windowEvents } from './known-events';

export interface Placement {
  readonly bounds: Rectangle;
  readonly visible: boolean;
  /** Opened minimised beside a visible window. */
  readonly isHelper: boolean;
}

/** Where a window is and whether it is seen: kept here, and passed on to the browser's window, which may lag behind. */
export abstract class PlacedWindow extends GuardedEmitter {
  private bounds: Rectangle;
  private visible: boolean;
  private focused = false;
  private state: 'normal' | 'minimized' | 'maximized' | 'fullscreen' = 'normal';
  private readonly isHelper: boolean;

  constructor({ bounds, visible, isHelper }: Placement) {
    super('BrowserWindow', windowEvents);
    this.bounds = bounds;
    this.visible = visible;
    this.isHelper = isHelper;
  }

  protected abstract place(bounds: Protocol.Browser.Bounds): void;
  protected abstract raise(): void;
  protected abstract others(): PlacedWindow[];

  protected moved(bounds: Rectangle): void {
    this.bounds = bounds;
    this.emit('resize', {});
    this.emit('resized', {});
  }

  show(): void {
    this.showInactive();
    this.focus();
  }

  showInactive(): void {
    if (this.visible) return;
    this.visible = true;
    if (this.isHelper) this.place({ windowState: 'normal' });
    this.emit('show', {});
  }

  /** The browser cannot hide a window; it is only noted. */
  hide(): void {
    if (!this.visible) return;
    this.visible = false;
    this.loseFocus();
    this.emit('hide', {});
  }

  isVisible(): boolean {
    return this.visible;
  }

  focus(): void {
    this.raise();
    this.becomeFocused();
  }

  moveTop(): void {
    this.raise();
  }

  blur(): void {
    this.loseFocus();
  }

  isFocused(): boolean {
    return this.focused;
  }

  protected becomeFocused(): void {
    if (this.focused) return;
    for (const other of this.others()) other.loseFocus();
    this.focused = true;
    this.emit('focus', {});
  }

  protected loseFocus(): void {
    if (!this.focused) return;
    this.focused = false;
    this.emit('blur', {});
  }

  minimize(): void {
    this.change('minimized', 'minimize');
  }

  isMinimized(): boolean {
    return this.state === 'minimized';
  }

  restore(): void {
    if (this.state === 'minimized') this.change('normal', 'restore');
  }

  maximize(): void {
    this.change('maximized', 'maximize');
  }

  unmaximize(): void {
    if (this.state === 'maximized') this.change('normal', 'unmaximize');
  }

  isMaximized(): boolean {
    return this.state === 'maximized';
  }

  setFullScreen(on: boolean): void {
    this.change(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen');
  }

  isFullScreen(): boolean {
    return this.state === 'fullscreen';
  }

  private change(windowState: PlacedWindow['state'], event: string): void {
    this.state = windowState;
    this.place({ windowState });
    this.emit(event, {});
  }

  getBounds(): Rectangle {
    return { ...this.bounds };
  }

  getNormalBounds(): Rectangle {
    return this.getBounds();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.bounds = { ...this.bounds, ...bounds };
    const { x: left, y: top, width, height } = this.bounds;
    this.place({ left, top, width, height });
  }

  getSize(): [number, number] {
    return [this.bounds.width, this.bounds.height];
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
}
