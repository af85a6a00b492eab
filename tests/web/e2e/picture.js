// SPDX-License-Identifier: Apache-2.0
// The picture of the matrix that the README shows: picture.js FILE.png (make picture).
import {copyFileSync, mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';
import {cell} from './kit/acts.js';
import {go, launch, room, settled} from './kit/browser.js';
import {withPalette} from './kit/palette.js';
import {freshCase, place, run, serve} from './kit/program.js';

const target = process.argv[2];
const file = place('ellowan-canal.entente');
copyFileSync(freshCase(), file);
run('confirm', file, 'p25', 'p28', 'p30', 'p42', 'p61', 'p75', '--who', 'A. Reader');

const server = await serve(file);
const browser = await launch();
const desk = await room(browser, server, {width: 1400, height: 840, scale: 2});
const page = await desk.open();
await go(page, '#/matrix/Meldria/sanctions');
await cell(page, 'Meldria', 'alliance_membership').evaluate((one) => {
  const sheet = one.closest('.sheet');
  sheet.scrollTop = one.closest('tr').offsetTop - sheet.querySelector('thead').offsetHeight;
});
await settled(page);
const png = await page.screenshot({animations: 'disabled'});
await desk.end();
mkdirSync(dirname(target), {recursive: true});
writeFileSync(target, await withPalette(await browser.newPage(), png));
await browser.close();
await server.end();
