// The peer's side of push and pull, plain Node because it runs on the peers' own packages: a server that speaks CouchDB's
// protocol, on LevelDB, and an empty page with PouchDB in it. node couch-server.mjs <folder>; prints the address when it listens.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const require = createRequire(import.meta.url);
const folder = process.argv[2] ?? '';
mkdirSync(folder, { recursive: true });
const PouchDB = require('pouchdb').defaults({ prefix: `${folder}/` });
const app = require('express')();
const library = readFileSync(require.resolve('pouchdb/dist/pouchdb.min.js'));

app.get('/page', (_request, response) =>
  response.type('html').send('<!doctype html><meta charset="utf-8"><script src="/page/pouchdb.js"></script>'),
);
app.get('/page/pouchdb.js', (_request, response) => response.type('js').send(library));
app.use(
  require('express-pouchdb')(PouchDB, {
    mode: 'minimumForPouchDB',
    configPath: join(folder, 'config.json'),
    logPath: join(folder, 'log.txt'),
  }),
);
const server = app.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${server.address().port}\n`);
});
