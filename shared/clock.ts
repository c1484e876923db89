/** Now, in milliseconds since 1970 UTC. Passed in, so that a fleet can be simulated; never used to decide a merge. */
export type Clock = () => number;

/** `length` unpredictable bytes. Passed in for the same reason. */
export type RandomBytes = (length: number) => Uint8Array;
