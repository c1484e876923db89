/** Lets the window draw and answer keys before the next piece of long work. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    // Not a timer: a window that is minimised gets one a second, and an import has hundreds of them.
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
