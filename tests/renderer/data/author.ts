/** Who types in the tests of the window's store. */
export const author = {
  name: '周敏',
  device: 'device-1',
  clock: () => Date.now(),
  random: (length: number) => crypto.getRandomValues(new Uint8Array(length)),
};
