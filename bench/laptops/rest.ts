/** The window checks its rows and reads for the search when it was opened; nobody waits for that, and it is no part of an exchange. */
const restMillis = 4000;

/** Lets an app that was just opened come to rest, whichever it is. */
export function rest(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, restMillis);
  });
}
