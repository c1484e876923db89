/** Our pages have origins of their own: no file://, no network. */
export const appScheme = 'app';
export const appOrigin = 'app://xunji';
export const printOrigin = 'app://print';
export const startUrl = `${appOrigin}/index.html`;
