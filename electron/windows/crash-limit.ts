const hourMillis = 3_600_000;

/**
 * How a window may be loaded again after a crash: not for ever where it crashes each time it is loaded, nor where it lets nobody
 * work for more than a few minutes.
 */
export function crashLimit(
  most = 8,
  shortMillis = 10_000,
  mostInHour = 20,
): (lastedMillis: number) => boolean {
  let inRow = 0;
  let lasted: readonly number[] = [];
  return (lastedMillis) => {
    inRow = lastedMillis < shortMillis ? inRow + 1 : 1;
    lasted = ofLastHour([lastedMillis, ...lasted]);
    if (inRow < most && lasted.length < mostInHour) return true;
    inRow = 0;
    lasted = [];
    return false;
  };
}

/** How long windows lasted, the last one first: those that crashed within an hour. */
function ofLastHour(lasted: readonly number[]): readonly number[] {
  let ago = 0;
  return lasted.filter((millis) => {
    const isRecent = ago < hourMillis;
    ago += millis;
    return isRecent;
  });
}
