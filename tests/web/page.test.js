// SPDX-License-Identifier: Apache-2.0
// What holds for all files of the page: no text becomes code, nothing comes from outside, and whatever is
// asked of the server stands in its description.
import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const web = fileURLToPath(new URL('../../web/', import.meta.url));
const files = readdirSync(web, {recursive: true})
  .map(String)
  .filter((name) => /\.(js|css|html|svg)$/.test(name))
  .sort();
const text = new Map(files.map((name) => [name, readFileSync(web + name, 'utf8')]));
const ofKind = (kind) => [...text].filter(([name]) => name.endsWith(kind));
const contract = JSON.parse(readFileSync(web + 'openapi.json', 'utf8'));

test('no script makes markup or code out of a text', () => {
  const forbidden =
    /innerHTML|outerHTML|insertAdjacentHTML|document\.write|createContextualFragment|DOMParser|\beval\b|new Function|setAttribute\('(?:style|on)|setTimeout\(['"`]|javascript:/;
  for (const [name, source] of ofKind('.js')) assert.doesNotMatch(source, forbidden, name);
});

test('elements are made in one module only', () => {
  for (const [name, source] of ofKind('.js'))
    if (name !== 'parts/dom.js') assert.doesNotMatch(source, /createElement/, name);
});

test('the page names no address outside', () => {
  const names = (source) =>
    source
      .replaceAll('http://www.w3.org/2000/svg', '')
      .match(/\b(?:https?|wss?):\/\/[^\s'"]*|\bdata:[a-z]+\/[^\s'"]*/g);
  for (const [name, source] of text) assert.equal(names(source), null, name);
});

test('the page has no script or style of its own within', () => {
  const page = text.get('index.html');
  assert.doesNotMatch(page, /<style|\sstyle=|\son\w+=/);
  for (const [, attributes, body] of page.matchAll(/<script([^>]*)>([^<]*)<\/script>/g)) {
    assert.match(attributes, /src="[\w./]+"/);
    assert.equal(body, '');
  }
});

test('a style sheet loads nothing', () => {
  for (const [name, source] of ofKind('.css'))
    assert.doesNotMatch(source, /url\(|@import|@font-face/, name);
});

test('every import leads to a module of the page', () => {
  for (const [name, source] of ofKind('.js'))
    for (const [, target] of source.matchAll(/^import\s[^;]*?'([^']+)';/gm)) {
      const path = new URL(target, 'file:///' + name).pathname.slice(1);
      assert.ok(text.has(path), `${name}: ${target}`);
    }
});

test('what has no screen knows no screen', () => {
  for (const [name, source] of ofKind('.js'))
    if (name.startsWith('core/'))
      assert.doesNotMatch(
        source,
        /\b(?:document\.|window\.|localStorage|fetch\(|from '\.\.\/(?:parts|data|views))/,
        name,
      );
});

const asked = () => {
  const found = new Map();
  const add = (method, path) => found.set(method + ' ' + path.replace(/\/$/, '/*'), {method, path});
  for (const [, source] of ofKind('.js')) {
    for (const [, path] of source.matchAll(/(?:store|api)\.get\(\s*'([^']+)'/g)) add('get', path);
    for (const [, path] of source.matchAll(/\blink\(\s*'([^']+)'/g)) add('get', path);
    for (const [, path] of source.matchAll(/\bpost(?:Form)?\(\s*'([^']+)'/g)) add('post', path);
  }
  return [...found.values()];
};

test('whatever the page asks for stands in the description', () => {
  const all = asked();
  assert.ok(all.length > 15);
  for (const {method, path} of all) {
    const known = Object.keys(contract.paths).find((each) =>
      path.endsWith('/') ? each.startsWith('/api/' + path + '{') : each === '/api/' + path,
    );
    assert.ok(known && contract.paths[known][method], `${method} ${path}`);
  }
});

test('each reference of the description leads somewhere, and each verb has its own name', () => {
  const at = (path) =>
    path
      .slice(2)
      .split('/')
      .reduce((node, key) => node?.[key], contract);
  for (const [, path] of JSON.stringify(contract).matchAll(/"\$ref":"([^"]+)"/g))
    assert.ok(at(path), path);
  const ids = Object.values(contract.paths)
    .flatMap((path) => Object.values(path).map((one) => one.operationId))
    .filter(Boolean);
  assert.equal(new Set(ids).size, ids.length);
});

test('every answer on what may fail says how', () => {
  for (const [path, methods] of Object.entries(contract.paths))
    for (const one of Object.values(methods))
      if (path.startsWith('/api/')) assert.ok(one.responses['401'] && one.responses['403'], path);
  for (const verb of ['confirm', 'reject', 'edit', 'undo'])
    assert.ok(contract.paths['/api/' + verb].post.responses['409'], verb);
});

test('all of it is less than 120 kB on the way', () => {
  const size = [...text.values()].reduce((sum, source) => sum + gzipSync(source).length, 0);
  assert.ok(size < 120000, `${size} bytes`);
});
