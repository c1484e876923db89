/**
 * The event names that the host accepts in `on`. Each list ends with names that nothing emits here (certificates,
 * the end of a Windows session) but that a careful app listens for all the same; any other name throws.
 */
const words = (text: string): string[] => text.trim().split(/\s+/);

export const appEvents = words(`
  will-finish-launching ready window-all-closed before-quit will-quit quit activate second-instance
  browser-window-created web-contents-created render-process-gone
  open-file open-url login certificate-error select-client-certificate child-process-gone
`);

export const windowEvents = words(`
  close closed ready-to-show show hide focus blur resize resized maximize unmaximize minimize restore
  enter-full-screen leave-full-screen
  move moved page-title-updated unresponsive responsive session-end query-session-end
`);

export const webContentsEvents = words(`
  will-navigate will-frame-navigate will-redirect did-navigate did-navigate-in-page dom-ready did-finish-load
  did-fail-load did-start-loading did-stop-loading render-process-gone console-message will-prevent-unload
  preload-error destroyed page-title-updated
  will-attach-webview did-attach-webview did-create-window unresponsive responsive certificate-error login
  select-bluetooth-device
`);
