const { contextBridge, ipcRenderer } = require('electron');

const secretOfPreload = 'not for the page';
globalThis.preloadGlobal = secretOfPreload;

contextBridge.exposeInMainWorld('fixture', {
  invoke: (channel, value) => ipcRenderer.invoke(channel, value),
  ping: (text) => ipcRenderer.send('ping', text),
  onPong: (listener) => void ipcRenderer.on('pong', (_event, text) => listener(text)),
  add: (a, b) => a + b,
  fail: () => {
    throw new Error('thrown in preload');
  },
  platform: process.platform,
  nested: { list: [1, 2] },
});
