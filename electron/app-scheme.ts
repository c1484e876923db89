/** Our pages have an origin of their own: no file://, no network. */
export const appScheme = 'app';
export const appOrigin = 'app://xunji';
export const startUrl = `${appOrigin}/index.html`;
