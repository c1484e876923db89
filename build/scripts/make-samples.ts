import { samplePhotos } from '../samples-maker/photos/sample-photos';
import { sampleSeed } from '../samples-maker/sample-seed';
import { writeSamples } from '../samples-maker/write-samples';

/** Writes the sample office into the folder named on the command line, or into build/samples. */
const folder = process.argv[2] ?? 'build/samples';

await writeSamples(folder, sampleSeed, samplePhotos, (path, size) => {
  process.stdout.write(`${folder}/${path}  ${Math.ceil(size / 1024)} KB\n`);
});
