// SPDX-License-Identifier: Apache-2.0
// Parties that are one, a name that is another party's, offices with their days; and the way back from each.
import assert from 'node:assert/strict';
import {writeFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {ask, cell} from './kit/acts.js';
import {go, launch, room, settled} from './kit/browser.js';
import {freshCase, place, run, serve} from './kit/program.js';

let browser, server, desk, page, file;
before(async () => {
  file = freshCase();
  [browser, server] = await Promise.all([launch(), serve(file)]);
  desk = await room(browser, server);
  page = await desk.open('#/people');
});
after(async () => {
  await desk.end();
  await browser.close();
  await server.end();
});

const party = (name) => page.locator('.party', {has: page.locator('h3', {hasText: name})});
const exported = () => JSON.parse(run('export', file));
const totalOf = async (name) => (await ask(page, 'positions?count=1&party=' + name)).total;

test('what a merge of two parties would move is shown before it does, and all of it comes back', async () => {
  const moving = await totalOf('Skarrow'),
    kept = await totalOf('Nemoria');
  const before = exported();
  await page.getByRole('button', {name: 'Merge Skarrow with another party'}).click();
  const dialog = page.locator('dialog');
  await dialog.getByRole('combobox', {name: 'The other one'}).selectOption('Nemoria');
  await dialog.getByRole('radio', {name: 'Nemoria'}).check();
  const preview = dialog.locator('.preview-of');
  await preview.getByText(`${moving} positions`).waitFor();
  const met = before.meetings.filter((one) => one.parties.includes('Skarrow')).length;
  const told = await preview.textContent();
  assert.match(told, /From Skarrow to Nemoria would go:/);
  assert.ok(
    (await preview.locator('li').allTextContents()).includes(
      met === 1 ? '1 meeting' : `${met} meetings`,
    ),
  );
  assert.doesNotMatch(told, /draft/);
  await dialog.getByRole('button', {name: 'Merge'}).click();
  const done = page.locator('.note', {hasText: 'Merged Skarrow into Nemoria'});
  await done.waitFor();
  assert.deepEqual(await done.locator('bdi').allTextContents(), ['Skarrow', 'Nemoria']);
  await party('Skarrow').waitFor({state: 'detached'});
  assert.match(await party('Nemoria').textContent(), /also: .*Skarrow/);
  assert.equal(await totalOf('Nemoria'), kept + moving);
  await page.locator('main').focus();
  await page.keyboard.press('u');
  await page.locator('.note', {hasText: /^Undone/}).waitFor();
  await party('Skarrow').waitFor();
  assert.equal(await totalOf('Skarrow'), moving);
  const now = exported();
  for (const kind of ['codebook', 'positions', 'statements', 'people', 'meetings', 'levers'])
    assert.deepEqual(now[kind], before[kind], kind);
  desk.clean();
});

test('a name of a party becomes a party of its own, and takes its words along', async () => {
  await page.getByRole('button', {name: /^Split Inland Sea Compact/}).click();
  const dialog = page.locator('dialog');
  assert.equal(await dialog.getByRole('combobox', {name: 'It is called'}).isDisabled(), true);
  await dialog.getByRole('checkbox', {name: 'the Compact'}).check();
  const preview = dialog.locator('.preview-of', {hasText: 'through the Compact'});
  assert.doesNotMatch(await preview.textContent(), /\d/);
  const before = exported();
  await dialog.getByRole('button', {name: 'Split'}).click();
  await party(/^the Compact$/).waitFor();
  const note = page.locator('.note', {hasText: 'Split the Compact from Inland Sea Compact'});
  await note.waitFor();
  const now = exported();
  let moved = 0;
  for (const kind of ['statement', 'position', 'meeting', 'lever', 'person']) {
    const all = kind === 'person' ? 'people' : kind + 's';
    const count = now[all].filter(
      (one, i) => JSON.stringify(one) !== JSON.stringify(before[all][i]),
    ).length;
    moved += count;
    if (count)
      assert.match(await note.textContent(), new RegExp(`\\b${count} ${count === 1 ? kind : all}`));
  }
  assert.ok(moved > 0, 'the example has words of the Compact');
  assert.doesNotMatch(await party('Inland Sea Compact').textContent(), /also: .*the Compact/);
  await page.locator('main').focus();
  await page.keyboard.press('u');
  await party(/^the Compact$/).waitFor({state: 'detached'});
  desk.clean();
});

test('a filter by a party that is merged away is one by nobody, and the list says who is in it', async () => {
  const filter = page.getByRole('combobox', {name: 'Speaks for'}),
    people = page.locator('.people-list li.person');
  const all = (await ask(page, 'people?count=1')).total,
    few = (await ask(page, 'people?count=1&party=Skarrow')).total;
  assert.ok(few > 0 && few < all);
  await filter.selectOption('Skarrow');
  await people.nth(few).waitFor({state: 'detached'});
  await page.getByRole('button', {name: 'Merge Skarrow with another party'}).click();
  const dialog = page.locator('dialog');
  await dialog.getByRole('combobox', {name: 'The other one'}).selectOption('Meldria');
  await dialog.getByRole('radio', {name: 'Meldria'}).check();
  await dialog.getByRole('button', {name: 'Merge'}).click();
  await party('Skarrow').waitFor({state: 'detached'});
  await people.nth(all - 1).waitFor();
  assert.equal(await filter.inputValue(), '');
  assert.equal(await people.count(), all);
  assert.equal(await filter.locator('option', {hasText: 'Skarrow'}).count(), 0);
  await page.getByRole('searchbox', {name: 'Name'}).fill('nobody is called so');
  await page.locator('.none', {hasText: 'Nobody is found so'}).waitFor();
  await page.getByRole('searchbox', {name: 'Name'}).fill('');
  await people.nth(all - 1).waitFor();
  await page.locator('main').focus();
  await page.keyboard.press('u');
  await party('Skarrow').waitFor();
  await filter.locator('option', {hasText: 'Skarrow'}).waitFor({state: 'attached'});
  desk.clean();
});

test('a merge that somebody has made meanwhile is shown to who comes second, and not made twice', async () => {
  const late = await room(browser, server, {signs: 'Late Reader'});
  await late.context.route('**/api/events', (route) => route.abort());
  const tab = await late.open('#/people');
  run('merge-parties', file, 'Nemoria', 'Skarrow', '--who', 'First Reader');
  await tab.getByRole('button', {name: 'Merge Skarrow with another party'}).click();
  await tab.locator('dialog').getByRole('button', {name: 'Merge'}).click();
  const told = tab.locator('.note.refused');
  await told.waitFor();
  assert.match(await told.textContent(), /First Reader merged (Skarrow|Nemoria)/);
  assert.match(await told.locator('.other bdi').nth(1).textContent(), /^(Skarrow|Nemoria)$/);
  await tab.locator('.party', {hasText: 'Dorvane'}).first().waitFor();
  assert.equal(await tab.locator('.party h3', {hasText: /^Skarrow$/}).count(), 0);
  await late.end();
  await go(page, '#/matrix');
  assert.equal(await cell(page, 'Skarrow', 'territory').count(), 0);
  desk.clean();
});

test('an office is stated with its days, shown with them, and can be taken out again', async () => {
  await go(page, '#/people');
  const person = page.locator('[data-item=w1]');
  const edit = () => page.getByRole('button', {name: 'Edit w1', exact: true}).click();
  await edit();
  const dialog = page.locator('dialog');
  await dialog.getByRole('button', {name: 'Add an office'}).click();
  await page.keyboard.type('Foreign Minister');
  await dialog.getByLabel('Its first day').fill('2029-01-05');
  await dialog.getByLabel('Its last day').fill('2030-02-01');
  await dialog.getByRole('button', {name: 'Add an office'}).click();
  await page.keyboard.type('Prime Minister');
  await dialog.getByLabel('Its first day').last().fill('2030-02-02');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await person.locator('.offices li').nth(1).waitFor();
  assert.deepEqual(await person.locator('.offices li').allTextContents(), [
    'Foreign Minister, 5 Jan 2029 to 1 Feb 2030',
    'Prime Minister, from 2 Feb 2030',
  ]);
  await edit();
  await dialog.getByRole('button', {name: 'Take this office out'}).first().click();
  await dialog.getByRole('button', {name: 'Save'}).click();
  await page.waitForFunction(
    () => document.querySelectorAll('[data-item=w1] .offices li').length === 1,
  );
  await settled(page);
  assert.deepEqual(exported().people.find((one) => one.id === 'w1').roles, [
    {role: 'Prime Minister', from: '2030-02-02', until: null},
  ]);
  desk.clean();
});

test('days in the wrong order are refused with a reason', async () => {
  await page.getByRole('button', {name: 'Edit w2', exact: true}).click();
  const dialog = page.locator('dialog');
  await dialog.getByRole('button', {name: 'Add an office'}).click();
  await page.keyboard.type('Envoy');
  await dialog.getByLabel('Its first day').fill('2031-01-05');
  await dialog.getByLabel('Its last day').fill('2030-02-01');
  await dialog.getByRole('button', {name: 'Save'}).click();
  await page.locator('.note.refused').waitFor();
  assert.equal(await page.locator('[data-item=w2] .offices').count(), 0);
  desk.clean();
});

test('of more people than the server lists at once, each is reached, merged and split', async () => {
  const many = place('many.json'),
    big = place('many.entente'),
    whole = JSON.parse(run('export', freshCase()));
  const first = whole.people.length + 1;
  for (let i = 0; i < 1200; ++i)
    whole.people.push({...whole.people[0], id: `w${first + i}`, name: `Clerk ${i}`, same_as: null});
  whole.people.at(-1).same_as = `w${first + 1190}`;
  writeFileSync(many, JSON.stringify(whole));
  run('new', big);
  run('import', big, many);
  const own = await serve(big),
    wide = await room(browser, own),
    tab = await wide.open('#/people');
  const total = whole.people.length,
    people = tab.locator('.people-list li.person');
  await tab.getByText(`The first 200 of ${total.toLocaleString('en')} people`).waitFor();
  assert.equal(await people.count(), 200);
  await tab.getByRole('button', {name: '200 more'}).click();
  await people.nth(399).waitFor();
  await tab.getByRole('searchbox', {name: 'Name'}).fill('Clerk 1199');
  const last = tab.locator(`[data-item=w${first + 1199}]`);
  await last.getByText(`= w${first + 1190}`).waitFor();
  assert.equal(await people.count(), 1);
  await last.getByRole('button', {name: 'Split'}).waitFor();
  await tab.getByRole('searchbox', {name: 'Name'}).fill('Clerk 7');
  await tab.getByRole('button', {name: `Merge w${first + 7} with somebody`}).click();
  const dialog = tab.locator('dialog');
  await dialog.getByText(`Of the first 100 of ${total.toLocaleString('en')} people`).waitFor();
  await dialog.getByRole('searchbox', {name: 'Name or party'}).fill('Clerk 1188');
  const found = dialog.getByRole('combobox', {name: 'Person'}).locator('option');
  await dialog.locator('option', {hasText: 'Clerk 1188'}).waitFor({state: 'attached'});
  assert.equal(await found.count(), 1);
  await dialog.getByRole('button', {name: 'Merge'}).click();
  await tab
    .locator(`[data-item=w${first + 7}]`)
    .getByText(`= w${first + 1188}`)
    .waitFor();
  await wide.end();
  await own.end();
});
