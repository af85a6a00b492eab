// SPDX-License-Identifier: Apache-2.0
// Every state of the page that is looked at: each view as it opens, and what opens within it.
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {go, settled} from './browser.js';
import {example, root} from './program.js';

/** The addresses that the header leads to. @param {import('playwright-core').Page} page */
export const views = (page) =>
  page.locator('#top nav a').evaluateAll((all) => all.map((one) => one.getAttribute('href')));

const press = (key) => (page) => page.keyboard.press(key);

/** The example's numbers, but one party takes so much at least that nothing is left, at the middle of its bounds. */
export const blockedScenario = {
  name: 'blocked.deal.yaml',
  mimeType: 'application/yaml',
  buffer: Buffer.from(
    readFileSync(join(example, 'canal.deal.yaml'), 'utf8').replace(
      'reservation: [1.2, 1.6]',
      'reservation: [3.2, 3.4]',
    ),
  ),
};
const deal = (files) => async (page) => {
  await page.locator('.scenario input[type=file]').setInputFiles(files);
  await page.locator('.scenario .numbers').waitFor();
};

/** What opens within a view: where, and how one gets there. */
const WITHIN = [
  ['a cell with its sentences', '#/matrix/Meldria/territory'],
  ['a cell that crosses a red line', '#/matrix/Dorvane/security_guarantees'],
  [
    'the matrix tinted by distance',
    '#/matrix',
    (page) => page.getByRole('combobox', {name: 'Tint'}).selectOption('Meldria'),
  ],
  [
    'the matrix turned',
    '#/matrix',
    (page) => page.getByRole('button', {name: 'Turn the table'}).click(),
  ],
  ['an article', '#/read/d9'],
  ['an article with judged items', '#/read/d1/s1'],
  ['the reasons', '#/read/d1/s3', press('x')],
  ['the form of a statement', '#/read/d1/s3', press('e')],
  ['the form of a position', '#/read/d1/p3', press('e')],
  [
    'a merge of parties',
    '#/people',
    async (page) => {
      await page.getByRole('button', {name: /^Merge Skarrow/}).click();
      await page.locator('dialog .preview-of li').first().waitFor();
    },
  ],
  [
    'a split of a party',
    '#/people',
    async (page) => {
      await page.getByRole('button', {name: /^Split Dorvane/}).click();
      await page.locator('dialog input[name=name]').first().check();
      await page.locator('dialog .preview-of p').first().waitFor();
    },
  ],
  [
    'the form of a person',
    '#/people',
    async (page) => {
      await page.getByRole('button', {name: 'Edit w1', exact: true}).click();
      await page.getByRole('button', {name: 'Add an office'}).click();
    },
  ],
  ['the keys', '#/matrix', press('?')],
  [
    'a name is asked',
    '#/matrix',
    (page) => page.getByRole('button', {name: /You sign as/}).click(),
  ],
  ['adding', '#/matrix', (page) => page.getByRole('button', {name: 'Add', exact: true}).click()],
  [
    'a package',
    '#/deals',
    async (page) => {
      await page.locator('select[data-issue=security_guarantees]').selectOption('forces');
      await page.locator('select[data-issue=prisoners]').selectOption('all_released');
    },
  ],
  ['numbers', '#/deals', deal(join(example, 'canal.deal.yaml'))],
  ['numbers without a deal', '#/deals', deal(blockedScenario)],
  [
    'numbers of two parties',
    '#/deals',
    deal(
      ['orchard.xml', 'Hillside.xml', 'Riverside.xml'].map((one) =>
        join(root, 'examples/orchard', one),
      ),
    ),
  ],
  [
    'a conflict',
    '#/stability',
    async (page) => {
      await page.locator('input[type=file]').setInputFiles(join(example, 'canal.gmcr'));
      await page.locator('table.states tbody tr').first().click();
    },
  ],
  [
    'a conflict of many options',
    '#/stability',
    async (page) => {
      await page.getByRole('button', {name: 'Suggest one from this case'}).click();
      await page.locator('table.states thead th').nth(12).waitFor();
      await page.locator('table.states tbody tr').first().click();
    },
  ],
  [
    'news',
    '#/log',
    (page) =>
      page
        .getByRole('button', {name: /^Undo line/})
        .first()
        .click(),
  ],
];

/**
 * Goes through them all. @param {import('playwright-core').Page} page
 * @param {(name: string) => Promise<void>} look
 */
export async function inEachState(page, look) {
  for (const hash of await views(page)) {
    await go(page, hash);
    await look(hash);
  }
  for (const [name, hash, act] of WITHIN) {
    await go(page, hash);
    if (act) await act(page);
    await settled(page);
    await look(name);
    if (await page.locator('dialog').count()) {
      await page.keyboard.press('Escape');
      await page.locator('dialog').waitFor({state: 'detached'});
    }
    if (name === 'the matrix turned') await act(page);
    if (name === 'the matrix tinted by distance')
      await page.getByRole('combobox', {name: 'Tint'}).selectOption('');
  }
}
