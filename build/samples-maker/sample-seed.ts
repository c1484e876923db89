/** The seed of the committed samples: the day of the sample tour. */
export const sampleSeed = 20261120;
