// SPDX-License-Identifier: Apache-2.0
// Texts that attack whoever reads them: in a title, a body, an outlet, a file's name, a party's name, a signature.
// Every room counts what leaves the page, what the policy had to stop, and every dialog that a script opens.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {drop, untilDone} from './kit/acts.js';
import {go, launch, room, settled} from './kit/browser.js';
import {place, run, serve} from './kit/program.js';
import {views} from './kit/states.js';

const outside = 'http://outside.invalid';
const ATTACKS = [
  `<script>alert(1)</script>`,
  `<img src="${outside}/i.png" onerror="alert(2)">`,
  `"><svg onload=alert(3)>`,
  `<a href="javascript:alert(4)">see</a>`,
  `{{constructor.constructor('alert(5)')()}}`,
  `<iframe src="${outside}/f"></iframe>`,
  `<link rel=stylesheet href="${outside}/s.css"><style>@import url(${outside}/t.css)</style>`,
  `<base href="${outside}/">`,
];
const PARTY = `Meldria <img src=${outside}/p onerror=alert(6)>`;
const attack = ATTACKS.join(' ');

const html = `<!doctype html><html><head><title>${ATTACKS[0].replaceAll('<', '&lt;')} Torvey speaks</title>
<meta http-equiv="refresh" content="0;url=${outside}/r"><base href="${outside}/"><script src="${outside}/x.js"></script>
<meta property="article:published_time" content="2031-03-03"></head><body onload="alert(7)"><article>
<p>&lt;script&gt;alert(8)&lt;/script&gt; Dorvane will not accept monitors, Foreign Minister Ansel Torvey said on Monday.</p>
<p><img src="${outside}/pixel.gif" onerror="alert(9)">Dorvane demands the lifting of the embargo, Torvey said.</p>
</article></body></html>`;
const text = `Report ${ATTACKS[0]}

Dorvane will never accept monitors ${ATTACKS[1]} at the locks, Foreign Minister Ansel Torvey said on Monday.

"We will not accept foreign soldiers at the locks ${ATTACKS[2]}. That is a red line for Dorvane," Torvey told reporters.

Dorvane demands the lifting of the embargo, Torvey said. ${ATTACKS[3]} He spoke to reporters for an hour and took no questions.
`;

let browser, server, file, desk, page;
before(async () => {
  file = place('hostile.entente');
  const parties = place('parties.yaml');
  const names = JSON.stringify(PARTY);
  writeFileSync(
    parties,
    `parties:\n  - {name: ${names}, kind: principal, consent: required, aliases: [Meldria]}\n` +
      `  - {name: Dorvane, kind: principal, consent: required, demonyms: [Dorvanian]}\n`,
  );
  run('new', file, '--parties', parties);
  [browser, server] = await Promise.all([launch(), serve(file)]);
  desk = await room(browser, server, {
    signs: `<b onclick=alert(10)>${ATTACKS.slice(0, 3).join(' ')}`,
  });
  page = await desk.open();
});
after(async () => {
  await desk.end();
  await browser.close();
  await server.end();
});

test('an article that attacks is added by its own page without running or fetching anything', async () => {
  for (const [name, content] of [
    [`<img src=${outside.replaceAll('/', '')} onerror=alert(11)>.txt`, text],
    ['"onmouseover=alert(12) x=.html', html],
    [
      'meldria.txt',
      'Meldria demands the lifting of the embargo, Foreign Minister Lena Vance said on Monday.',
    ],
  ]) {
    await drop(page, name, content);
    await page.getByLabel('Outlet').fill(ATTACKS.slice(0, 3).join(' '));
    await page.getByLabel('Title').fill(attack);
    await page.getByLabel('Date', {exact: true}).fill('2031-03-04');
    await page.locator('dialog button.main').click();
    await page.locator('dialog', {hasText: 'Added 1 document'}).waitFor();
    await page.getByRole('button', {name: 'Close'}).click();
    await page.locator('dialog').waitFor({state: 'detached'});
  }
  desk.clean();
});

test('an item is signed and changed with words that attack', async () => {
  await go(page, '#/read/d1');
  await page.keyboard.press('Enter');
  await untilDone(page);
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.getByLabel('Another reason').fill(attack);
  await page.locator('dialog button.main').click();
  await untilDone(page);
  desk.clean();
});

const made = () =>
  page.evaluate(
    () =>
      document.querySelectorAll(
        'img, script:not([src$="main.js"], [src$="theme.js"]), iframe:not(.preview), base, object, embed, style, link[href^=http], [onerror], [onload], [onclick], [onmouseover], a[href^="javascript" i]',
      ).length,
  );

test('no view makes anything but text of it', async () => {
  for (const view of [
    ...(await views(page)),
    '#/read/d1',
    '#/read/d2',
    '#/read/d3',
    `#/matrix/${encodeURIComponent(PARTY)}/sanctions`,
  ]) {
    await go(page, view);
    assert.equal(await made(), 0, view);
    desk.clean();
  }
  await go(page, '#/read/d1');
  for (const each of ATTACKS.slice(0, 4))
    assert.ok((await page.locator('.article').textContent()).includes(each), each);
  await go(page, '#/matrix');
  assert.ok((await page.locator('table.matrix').textContent()).includes(PARTY));
  await go(page, '#/log');
  assert.ok((await page.locator('.long').textContent()).includes(ATTACKS[0]));
});

test('an address that attacks is an address and nothing else', async () => {
  for (const hash of [
    `#/read/${encodeURIComponent(attack)}`,
    `#/matrix/${encodeURIComponent(attack)}/${encodeURIComponent(attack)}`,
    `#/log?item=${encodeURIComponent(attack)}`,
    '#/__proto__',
    '#/constructor/x',
    '#/read/%E0%A4%A',
    '#javascript:alert(13)',
  ]) {
    await go(page, hash);
    assert.equal(await made(), 0, hash);
  }
  await go(page, '#/matrix');
  desk.clean();
});

test('the brief shows it as text and asks for nothing', async () => {
  const tab = await desk.context.newPage();
  await tab.goto(server.origin + '/api/brief?title=' + encodeURIComponent(attack));
  assert.ok((await tab.locator('body').textContent()).includes(ATTACKS[0]));
  assert.equal(await tab.locator('script, img, iframe, link, base').count(), 0);
  await tab.close();
  desk.clean();
});

test('whatever got through is stopped by the policy', async () => {
  const own = await room(browser, server);
  const tab = await own.open();
  // What is evaluated from here directly may do more than a script of the page: a timer's call may not.
  const stopped = await tab.evaluate(async (to) => {
    await new Promise((done) => setTimeout(done));
    const attempts = {
      markup: () => (document.body.innerHTML = '<img src=x onerror=alert(1)>'),
      code: () => new Function('alert(1)'),
      word: () => eval('1 + 1'),
    };
    const failed = Object.entries(attempts).filter(([, attempt]) => {
      try {
        attempt();
      } catch {
        return true;
      }
      return false;
    });
    const script = document.createElement('script');
    script.append('window.ran = true');
    document.body.append(script);
    const image = document.createElement('img');
    image.setAttribute('src', to + '/i.png');
    document.body.append(image);
    return [failed.map(([name]) => name), window.ran === undefined];
  }, outside);
  assert.deepEqual(stopped, [['markup', 'code', 'word'], true]);
  const leak = await tab.evaluate(
    (to) =>
      fetch(to).then(
        () => 'out',
        () => 'kept',
      ),
    outside,
  );
  assert.equal(leak, 'kept');
  await settled(tab);
  const kinds = own.faults.splice(0);
  assert.ok(kinds.length >= 5, kinds.join('\n'));
  assert.ok(
    kinds.every((one) => one.startsWith('policy: ') || one.startsWith('console: ')),
    kinds.join('\n'),
  );
  await own.end();
});
