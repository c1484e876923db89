import { type WebContents, app, session } from 'electron';
import { appOrigin } from '../app-scheme';

/** What a window may ask the system for. Everything else is denied. */
const allowedPermissions: readonly string[] = ['media', 'clipboard-sanitized-write'];

/** Nothing leaves our origin: no navigation, no new window, no webview, no permission that is not on the list. For every window there will ever be. */
export function guardContents(): void {
  app.on('web-contents-created', (_, contents) => guard(contents));
  const defaultSession = session.defaultSession;
  defaultSession.setPermissionRequestHandler((contents, permission, decide) => {
    decide(allowedPermissions.includes(permission) && contents.getURL().startsWith(`${appOrigin}/`));
  });
  defaultSession.setPermissionCheckHandler((_, permission, origin) => {
    return allowedPermissions.includes(permission) && origin.replace(/\/$/, '') === appOrigin;
  });
}

function guard(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!event.url.startsWith(`${appOrigin}/`)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
