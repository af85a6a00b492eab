// SPDX-License-Identifier: Apache-2.0
// Two tabs and the command line on one case: everybody sees what anybody does, and nobody writes over anybody.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {ask, item, untilDone, untilStatus} from './kit/acts.js';
import {launch, room, settled} from './kit/browser.js';
import {freshCase, run, serve} from './kit/program.js';

let browser, server, file;
before(async () => {
  file = freshCase();
  [browser, server] = await Promise.all([launch(), serve(file)]);
});
after(async () => {
  await browser.close();
  await server.end();
});

const reviewOf = (id, at = file) =>
  JSON.parse(run('export', at)).statements.find((one) => one.id === id).review;

test('what one tab does, another tab, another browser and the command line show', async () => {
  const desk = await room(browser, server),
    other = await room(browser, server, {signs: 'B. Reader'});
  const [one, two, three] = [
    await desk.open('#/read/d1/s1'),
    await desk.open('#/read/d1/s2'),
    await other.open('#/read/d1/s2'),
  ];
  await one.bringToFront();
  await one.keyboard.press('Enter');
  for (const tab of [one, two, three]) await untilStatus(tab, 's1', /confirmed by A\. Reader/);
  assert.deepEqual(reviewOf('s1'), {status: 'confirmed', by: 'A. Reader'});
  for (const tab of [two, three])
    await tab.locator('.note', {hasText: 'The case was changed elsewhere'}).waitFor();
  await desk.end();
  await other.end();
});

test('what the command line does, every open tab shows', async () => {
  const desk = await room(browser, server);
  const tabs = [await desk.open('#/read/d1/s2'), await desk.open('#/read/d1/s3')];
  run('reject', file, 's4', '--who', 'C. Reader', '--why', 'misread');
  for (const tab of tabs) await untilStatus(tab, 's4', /rejected by C\. Reader/);
  const before = (await ask(tabs[0], 'case')).log;
  run('confirm', file, 's5', '--who', 'C. Reader');
  for (const tab of tabs) await untilStatus(tab, 's5', /confirmed by C\. Reader/);
  assert.equal((await ask(tabs[0], 'case')).log, before + 1);
  await desk.end();
});

// A tab that hears nothing stands for one that judges in the moment before the news arrive.
async function deaf(signs) {
  const one = await room(browser, server, {signs});
  await one.context.route('**/api/events', (route) => route.abort());
  return one;
}

test('who judges what somebody else has just judged sees that, and overwrites nothing', async () => {
  const late = await deaf('Late Reader');
  const tab = await late.open('#/read/d2/s12');
  const id = await tab.locator('.note-item[aria-current]').getAttribute('data-item');
  run('confirm', file, id, '--who', 'First Reader');
  await tab.keyboard.press('x');
  await tab.locator('dialog .reason').first().waitFor();
  await tab.keyboard.press('1');
  const told = tab.locator('.note.refused');
  await told.waitFor();
  assert.match(await told.textContent(), new RegExp(`First Reader confirmed ${id}`));
  await untilStatus(tab, id, /confirmed by First Reader/);
  assert.deepEqual(reviewOf(id), {status: 'confirmed', by: 'First Reader'});
  await told.getByRole('button', {name: 'Close'}).click();
  await late.end();
});

test('two edits of one field: the later one is shown what the earlier one wrote', async () => {
  const late = await deaf('Late Reader');
  const tab = await late.open('#/read/d2');
  const id = await tab.locator('.note-item.of-s').first().getAttribute('data-item');
  await item(tab, id).click();
  await tab.keyboard.press('e');
  await tab.locator('dialog input[name=speaker]').fill('Somebody Late');
  run('edit', file, id, '--set', 'speaker=Somebody First', '--who', 'First Reader');
  await tab.locator('dialog button.main').click();
  const told = tab.locator('.note.refused');
  await told.waitFor();
  assert.match(await told.textContent(), /speaker: .* → Somebody First/);
  await item(tab, id).locator('b', {hasText: 'Somebody First'}).waitFor();
  await late.end();
});

test('u passes over a step that somebody else has built on, and takes back the one before it', async () => {
  const own = freshCase(),
    server = await serve(own);
  const late = await room(browser, server, {signs: 'Late Reader'});
  await late.context.route('**/api/events', (route) => route.abort());
  const tab = await late.open('#/read/d1/s1');
  const ids = await tab
    .locator('.note-item.of-s')
    .evaluateAll((all) => all.slice(0, 2).map((one) => one.dataset.item));
  for (const id of ids) {
    await item(tab, id).click();
    await tab.keyboard.press('Enter');
    await untilStatus(tab, id, /confirmed by Late Reader/);
  }
  await untilDone(tab);
  run('reject', own, ids[1], '--who', 'First Reader', '--why', 'misread');
  await tab.keyboard.press('u');
  const told = tab.locator('.note.refused');
  await told.waitFor();
  assert.match(await told.textContent(), new RegExp(`First Reader rejected ${ids[1]}`));
  await untilStatus(tab, ids[1], /rejected by First Reader/);
  await tab.keyboard.press('u');
  await tab.locator('.note', {hasText: `Undone: ${ids[0]}`}).waitFor();
  assert.equal(reviewOf(ids[0], own).status, 'suggested');
  assert.equal(reviewOf(ids[1], own).status, 'rejected');
  await late.end();
  await server.end();
});

test('a step that did not reach the program is kept, and u takes it back later', async () => {
  const own = freshCase(),
    server = await serve(own);
  const desk = await room(browser, server);
  const tab = await desk.open('#/read/d1/s1');
  await tab.keyboard.press('Enter');
  await untilStatus(tab, 's1', /confirmed by A\. Reader/);
  await untilDone(tab);
  await desk.context.route('**/api/undo', (route) => route.abort());
  await tab.keyboard.press('u');
  await tab.locator('.note.refused').waitFor();
  assert.equal(reviewOf('s1', own).status, 'confirmed');
  await desk.context.unroute('**/api/undo');
  await tab.keyboard.press('u');
  await tab.locator('.note', {hasText: 'Undone: s1'}).waitFor();
  assert.equal(reviewOf('s1', own).status, 'suggested');
  await desk.end();
  await server.end();
});

test('kill -9 in the middle of judging loses nothing that the page was told is done', async () => {
  const own = freshCase();
  let killed = await serve(own);
  const desk = await room(browser, killed);
  const tab = await desk.open('#/read/d3');
  const done = [];
  tab.on('response', async (response) => {
    if (response.request().method() !== 'POST' || !response.ok()) return;
    done.push(...response.request().postDataJSON().items);
  });
  const target = done.length + 6;
  for (let i = 0; i < 20 && done.length < target; ++i) await tab.keyboard.press('Enter');
  await killed.end('SIGKILL');
  assert.ok(done.length >= 1, 'something was done before the end');
  const kept = JSON.parse(run('export', own));
  const all = new Map(
    [...kept.statements, ...kept.positions, ...kept.meetings].map((one) => [one.id, one]),
  );
  for (const id of done) assert.equal(all.get(id).review.status, 'confirmed', id);
  await tab.locator('.link', {hasText: 'The program does not answer'}).waitFor();

  killed = await serve(own);
  await desk.end();
  const again = await room(browser, killed);
  const tab2 = await again.open('#/read/d3/' + done[0]);
  await untilStatus(tab2, done[0], /confirmed/);
  await settled(tab2);
  await again.end();
  await killed.end();
});
