/** A world script, bundled to one text that defines `hostWorld` (see vite.config.ts). */
declare module '*?world' {
  const source: string;
  // A module that Vite makes: it has one value and no name.
  export { source };
}
