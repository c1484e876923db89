const { app, BrowserWindow, ipcMain, protocol, session } = require('electron');
const path = require('node:path');
const { readFile } = require('node:fs/promises');

const seen = { navigations: [], popups: [], events: [], seconds: [] };
globalThis.seen = seen;

if (!app.requestSingleInstanceLock()) {
  process.stdout.write('second refused\n');
  app.exit(7);
}
app.on('second-instance', (_event, argv) => seen.seconds.push(argv));
app.on('web-contents-created', () => seen.events.push('web-contents-created'));

protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
]);

const policy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; worker-src 'self'";
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
const numbers = Buffer.from('0123456789');

async function serve(request) {
  const url = new URL(request.url);
  if (url.pathname === '/echo') {
    return Response.json({ method: request.method, body: await request.text(), url: request.url });
  }
  if (url.pathname === '/numbers') {
    const [, from, to] = /bytes=(\d+)-(\d+)/.exec(request.headers.get('range') ?? '') ?? [];
    if (from === undefined) return new Response(numbers);
    const part = numbers.subarray(Number(from), Number(to) + 1);
    return new Response(part, {
      status: 206,
      headers: { 'content-range': `bytes ${from}-${to}/${numbers.length}` },
    });
  }
  if (url.pathname === '/stream') {
    const parts = ['streamed ', 'body'];
    const body = new ReadableStream({
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else controller.enqueue(new TextEncoder().encode(part));
      },
    });
    return new Response(body);
  }
  const name = path.basename(url.pathname) || 'index.html';
  try {
    const body = await readFile(path.join(__dirname, name));
    return new Response(body, {
      headers: { 'content-type': types[path.extname(name)], 'content-security-policy': policy },
    });
  } catch {
    return new Response('not found', { status: 404 });
  }
}

ipcMain.handle('echo', (_event, value) => value);
ipcMain.handle('whoami', ({ senderFrame, sender }) => ({
  url: senderFrame.url,
  origin: senderFrame.origin,
  hasRoute: Number.isInteger(senderFrame.routingId),
  isWindow: sender === BrowserWindow.getAllWindows()[0].webContents,
}));
ipcMain.handle('fail', () => {
  throw new Error('refused on purpose');
});
ipcMain.on('ping', (event, text) => event.reply('pong', `${text} back`));

function openWindow() {
  const window = new BrowserWindow({
    width: 900,
    height: 640,
    show: false,
    webPreferences: {
      preload: path.join(__dirname, 'preload.js'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
    },
  });
  window.webContents.setWindowOpenHandler(({ url }) => {
    seen.popups.push(url);
    return { action: 'deny' };
  });
  window.webContents.on('will-navigate', (event, url) => {
    seen.navigations.push(url);
    event.preventDefault();
  });
  window.once('ready-to-show', () => {
    seen.events.push('ready-to-show');
    window.show();
  });
  window.webContents.on('did-finish-load', () => seen.events.push('did-finish-load'));
  void window.loadURL('app://bundle/index.html');
}

void app.whenReady().then(() => {
  protocol.handle('app', serve);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, callback) => callback(false));
  openWindow();
});
app.on('window-all-closed', () => app.quit());
