// SPDX-License-Identifier: Apache-2.0
// The program under test: cases of the shipped example in a folder of their own, and the server on them.
import {execFileSync, spawn} from 'node:child_process';
import {once} from 'node:events';
import {copyFileSync, existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {createInterface} from 'node:readline';
import {fileURLToPath} from 'node:url';

export const root = fileURLToPath(new URL('../../../../', import.meta.url));
export const example = join(root, 'examples/ellowan-canal');
const program = process.env.ENTENTE_PROGRAM ?? join(root, 'build/entente');
if (!existsSync(program))
  throw new Error(`There is no program at ${program}; make test-web builds it`);

/** What the command line prints. @param {...string} words */
export const run = (...words) =>
  execFileSync(program, words, {encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe']});

const folder = mkdtempSync(join(tmpdir(), 'entente-e2e-'));
process.once('exit', () => rmSync(folder, {recursive: true, force: true}));
let cases = 0;

/** A file for a test alone. @param {string} name */
export const place = (name) => join(folder, name);

let master = '';
/** A case of the example, freshly read. @returns {string} its file */
export function freshCase() {
  if (!master) {
    const file = place('master.entente');
    run('new', file, '--parties', join(example, 'parties.yaml'));
    run('add', file, join(example, 'articles'));
    master = file;
  }
  const file = place(`canal-${++cases}.entente`);
  copyFileSync(master, file);
  return file;
}

const running = new Set();
process.once('exit', () => running.forEach((child) => child.kill('SIGKILL')));

/**
 * `entente serve` on a case.
 * @param {string} file @param {number} port 0: any
 * @returns {Promise<{url: string, origin: string, port: number, end: (signal?: NodeJS.Signals) => Promise<void>}>}
 */
export async function serve(file, port = 0) {
  const child = spawn(program, ['serve', file, '--port', String(port), '--format', 'json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  const ended = once(child, 'exit');
  const lines = createInterface({input: child.stdout});
  const [line] = await Promise.race([once(lines, 'line'), ended.then(() => [''])]);
  if (!line) throw new Error('entente serve ended at once');
  const {url, port: taken} = JSON.parse(line);
  return {
    url,
    port: taken,
    origin: new URL(url).origin,
    async end(signal = 'SIGTERM') {
      child.kill(signal);
      await ended;
      running.delete(child);
    },
  };
}
