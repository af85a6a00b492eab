// SPDX-License-Identifier: Apache-2.0
// An analyst's day: open a case, add articles, go through what was found, try a package, hand on the brief.
// One case for all, in this order: each step stands on the one before.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {after, before, test} from 'node:test';
import {ask, cell, dragOver, drop, untilDone, untilStatus} from './kit/acts.js';
import {go, launch, room} from './kit/browser.js';
import {example, freshCase, run, serve} from './kit/program.js';

const ARTICLE = `Torvey rules out foreign soldiers at the locks

VASTRAL, April 2 - Meldria will never accept international monitors on the canal, Foreign Minister Ansel Torvey said on Tuesday.

"We will not accept foreign soldiers at the locks. That is a red line for Meldria," Torvey told reporters.
`;
const SECOND = `Dorvane wants the embargo lifted first

TAMRITH, April 3 - Dorvane demands the lifting of the embargo, Prime Minister Ruvan Oskarrel said on Thursday.
`;
const GUARANTEES = 'security_guarantees';

let browser, server, desk, page, file;
before(async () => {
  file = freshCase();
  [browser, server] = await Promise.all([launch(), serve(file)]);
  desk = await room(browser, server, {signs: ''});
});
after(async () => {
  await desk.end();
  await browser.close();
  await server.end();
});

const kept = () => JSON.parse(run('export', file));
const stored = (id) => {
  const all = kept();
  return [...all.statements, ...all.positions, ...all.meetings].find((one) => one.id === id);
};
// Those of the pasted article that hold these words.
const found = (kind, words) =>
  kept()
    [kind].filter((one) => /^pasted/.test(one.doc) && one.words.includes(words))
    .map((one) => one.id);
const refusal = () => [
  found('statements', 'foreign soldiers')[0],
  found('positions', 'foreign soldiers')[0],
];

test('the printed address opens the matrix, and its token stays out of sight', async () => {
  page = await desk.open();
  assert.equal((await page.locator('table.matrix td.full').count()) > 30, true);
  assert.doesNotMatch(page.url(), /token/);
  assert.match(await page.title(), /^Matrix/);
  desk.clean();
});

test('without the token nobody gets in', async () => {
  const stranger = await room(browser, server);
  const tab = await stranger.context.newPage();
  assert.equal((await tab.goto(server.origin)).status(), 200, 'the page itself holds nothing');
  await tab.locator('#first', {hasText: /address/}).waitFor();
  assert.equal((await tab.goto(server.origin + '/api/case')).status(), 401);
  await stranger.end();
});

test('a pasted article is read, and the matrix shows what it says', async () => {
  await go(page, '#/matrix');
  assert.match(await cell(page, 'Meldria', GUARANTEES).textContent(), /no data/);
  await page.getByRole('button', {name: 'Add', exact: true}).click();
  await page.getByLabel('Name').fill('Ivo Reader');
  await page.keyboard.press('Enter');
  await page.getByLabel('or paste a text').fill(ARTICLE);
  await page.getByLabel('Outlet').fill('Vastral Courier');
  await page.getByLabel('Date', {exact: true}).fill('2031-04-02');
  await page.locator('dialog button.main').click();
  await page.locator('dialog', {hasText: /Added 1 document: 2 statements, 2 positions/}).waitFor();
  await page.getByRole('button', {name: 'Close'}).click();
  await cell(page, 'Meldria', GUARANTEES).locator('.stance', {hasText: 'rejects'}).waitFor();
  desk.clean();
});

test('a dropped file is added under its name', async () => {
  await drop(page, 'embargo.txt', SECOND);
  await page.locator('dialog', {hasText: 'embargo.txt'}).waitFor();
  await page.locator('dialog button.main').click();
  await page.getByRole('link', {name: 'read d15'}).click();
  await page.locator('.article h3', {hasText: 'Dorvane wants the embargo lifted first'}).waitFor();
  assert.equal(JSON.parse(run('export', file)).documents.at(-1).name, 'embargo.txt');
  desk.clean();
});

test('a cell leads to its sentence, and the sentence to its place in the article', async () => {
  await go(page, '#/matrix');
  await cell(page, 'Meldria', GUARANTEES).click();
  const card = page.locator('.panel .card').first();
  assert.match(await card.textContent(), /We will not accept foreign soldiers at the locks/);
  await card.getByRole('link').click({position: {x: 6, y: 6}});
  await page.locator('mark.on', {hasText: 'We will not accept foreign soldiers'}).waitFor();
  desk.clean();
});

const chosen = () => page.locator('.note-item[aria-current]').getAttribute('data-item');

test('statements are gone through by keyboard: j leads on, Enter confirms', async () => {
  const [first] = found('statements', 'will never accept international monitors');
  await go(page, `#/read/d14/${first}`);
  const ids = await page
    .locator('.note-item')
    .evaluateAll((all) => all.map((one) => one.dataset.item));
  assert.deepEqual(
    ids.map((id) => id[0]),
    ['s', 'p', 's', 'p'],
  );
  assert.equal(await chosen(), ids[0]);
  for (const id of ids.slice(0, 2)) {
    await page.keyboard.press('Enter');
    await untilStatus(page, id, /confirmed by Ivo Reader/);
    assert.equal(await page.evaluate(() => document.activeElement.dataset.item), await chosen());
  }
  await untilDone(page);
  assert.equal(await chosen(), ids[2]);
  await page.keyboard.press('j');
  assert.equal(await chosen(), ids[3]);
  await page.keyboard.press('k');
  assert.equal(await chosen(), ids[2]);
  for (const id of ids.slice(0, 2))
    assert.deepEqual(stored(id).review, {status: 'confirmed', by: 'Ivo Reader'});
  desk.clean();
});

test('x rejects with a reason, what rests on it goes too, and the log says why', async () => {
  const [statement, position] = refusal();
  assert.equal(await chosen(), statement);
  await page.keyboard.press('x');
  await page.locator('dialog .reason').first().waitFor();
  await page.keyboard.press('1');
  await untilStatus(page, statement, /rejected/);
  await untilDone(page);
  assert.equal(stored(statement).review.status, 'rejected');
  assert.equal(stored(position).review.status, 'rejected');
  await go(page, '#/matrix');
  assert.match(await cell(page, 'Meldria', GUARANTEES).textContent(), /no data/);
  await go(page, '#/log');
  await page
    .locator('.entry', {hasText: `rejected statement ${statement}: not said by this speaker`})
    .waitFor();
  desk.clean();
});

test('u takes it back with all that followed, and the matrix has it again', async () => {
  await page.keyboard.press('u');
  await page.locator('.note', {hasText: 'Undone'}).waitFor();
  await go(page, '#/matrix');
  await cell(page, 'Meldria', GUARANTEES).locator('.stance', {hasText: 'rejects'}).waitFor();
  for (const id of refusal()) assert.equal(stored(id).review.status, 'suggested');
  desk.clean();
});

test('e edits: another stance stands in the matrix at once', async () => {
  const [, position] = refusal();
  await go(page, `#/read/d14/${position}`);
  assert.equal(await chosen(), position);
  await page.keyboard.press('e');
  await page.locator('dialog select[name=stance]').selectOption('undecided');
  await page.locator('dialog button.main').click();
  await page.locator('dialog').waitFor({state: 'detached'});
  await untilDone(page);
  assert.equal(stored(position).stance, 'undecided');
  await go(page, '#/matrix');
  await cell(page, 'Meldria', GUARANTEES).locator('.stance', {hasText: 'undecided'}).waitFor();
  desk.clean();
});

test('words that the mouse is dragged over become the span', async () => {
  const [statement] = refusal();
  await go(page, `#/read/d14/${statement}`);
  assert.equal(await chosen(), statement);
  const words = 'foreign soldiers at the locks. That is a red line';
  await dragOver(page, words);
  await page.keyboard.press('s');
  await page
    .locator('mark.k-s', {hasText: /^foreign soldiers at the locks\.?/})
    .first()
    .waitFor();
  await untilDone(page);
  assert.equal(stored(statement).words, words);
  await page.keyboard.press('u');
  await page.locator('.note', {hasText: 'Undone: ' + statement}).waitFor();
  assert.notEqual(stored(statement).words, words);
  desk.clean();
});

test('a package that crosses a red line says so with the sentence, and the step back is open', async () => {
  await go(page, '#/deals');
  const choose = (issue, option) =>
    page.getByRole('combobox', {name: issue, exact: true}).selectOption({label: option});
  const row = (party) =>
    page.locator('table.check tbody tr', {has: page.locator('th', {hasText: party})});
  await choose('Prisoners and the missing', 'All released');
  await row('Dorvane').waitFor();
  assert.doesNotMatch(await row('Dorvane').locator('.whole').textContent(), /red line/);
  await choose('Security guarantees', 'Forces of guarantors stand in the country');
  await row('Dorvane').locator('.whole', {hasText: 'crosses a red line'}).waitFor();
  assert.match(
    await row('Dorvane').locator('td.red_line').textContent(),
    /Foreign troops at the Upper Locks are a red line/,
  );
  assert.match(
    await page.locator('.changes').textContent(),
    /Your last choice changed: .*Dorvane from .* to crosses a red line/,
  );
  for (const party of ['Inland Sea Compact', 'Skarrow'])
    assert.doesNotMatch(await row(party).locator('.whole').textContent(), /✓/, 'unknown is no yes');
  await page.getByRole('button', {name: 'Undo this choice'}).click();
  await row('Dorvane').locator('.red_line').first().waitFor({state: 'detached'});
  desk.clean();
});

test('numbers within bounds: a step to another option tells who gains by it, and can be taken back', async () => {
  await go(page, '#/deals');
  const scenario = page.locator('.scenario');
  await scenario.locator('input[type=file]').setInputFiles(join(example, 'canal.deal.yaml'));
  await scenario.getByText('3 parties, 7 issues, 972 packages').waitFor();
  const row = (option) => scenario.locator('table.moves tbody tr', {hasText: option}).first();
  assert.match(await row('soldiers').textContent(), /(gains|loses|depends|the same)/);
  const embargo = scenario.getByRole('combobox', {name: 'embargo', exact: true});
  const before = await embargo.inputValue();
  await embargo.selectOption('lifted');
  await scenario.locator('.package .changes', {hasText: /Dorvane/}).waitFor();
  await scenario.getByRole('button', {name: 'Undo this step'}).click();
  await page.waitForFunction(
    (value) => [...document.querySelectorAll('.package select')].some((one) => one.value === value),
    before,
  );
  desk.clean();
});

test('a conflict is opened, and a state tells why it holds', async () => {
  await go(page, '#/stability');
  await page.locator('input[type=file]').setInputFiles(join(example, 'canal.gmcr'));
  await page.locator('table.states tbody tr').first().waitFor();
  await page.locator('table.states tbody tr').first().focus();
  await page.keyboard.press('ArrowDown');
  const state = await page.locator('table.states tr:focus th').textContent();
  assert.match(
    await page.locator('.why h3').textContent(),
    new RegExp(`State ${parseInt(state)}$`),
  );
  assert.match(await page.locator('.why').textContent(), /Meldria: (Leaves|Stays) under SEQ: /);
  desk.clean();
});

test('the brief is saved as one file that loads nothing and runs nothing', async () => {
  await go(page, '#/brief');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', {name: 'Save as HTML'}).click(),
  ]);
  const brief = readFileSync(await download.path(), 'utf8');
  assert.match(brief, /We will not accept foreign soldiers at the locks/);
  assert.doesNotMatch(brief, /<script|<link|<img|@import|\bsrc=/);
  const tab = await desk.context.newPage();
  await tab.goto(server.origin + '/api/brief');
  assert.equal(await tab.getByText('Rests on suggestions').count(), 1);
  await tab.close();
  desk.clean();
});

test('nothing was stored that the log does not tell of', async () => {
  const log = (await ask(page, 'log?count=1000')).entries;
  const verbs = log.slice(13).map((one) => one.verb);
  assert.deepEqual([...new Set(verbs)].sort(), ['add', 'confirm', 'edit', 'reject', 'undo']);
  assert.equal(log.length, JSON.parse(run('export', file)).log.length);
  for (const one of log.slice(13)) assert.equal(one.who, 'Ivo Reader', one.verb + ' ' + one.item);
});
