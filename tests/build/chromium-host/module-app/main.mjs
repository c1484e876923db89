import { app, BrowserWindow, Tray } from 'electron';

globalThis.trayIsImported = Tray !== undefined;
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 300, height: 200 });
  return window.loadURL('data:text/html,<output>ready object</output>');
}, process.exit);
