/** How a window may be loaded again after a crash: not for ever where it crashes each time it is loaded. */
export function crashLimit(most = 8, shortMillis = 10_000): (lastedMillis: number) => boolean {
  let inRow = 0;
  return (lastedMillis) => {
    inRow = lastedMillis < shortMillis ? inRow + 1 : 1;
    if (inRow < most) return true;
    inRow = 0;
    return false;
  };
}
