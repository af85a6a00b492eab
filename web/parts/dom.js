// SPDX-License-Identifier: Apache-2.0
// Elements are made here and nowhere else; every text becomes a text node.
import {plainly} from '../core/words.js';

const SVG = 'http://www.w3.org/2000/svg';

// Attributes that would make a text into code or a style; views have no use for them.
const refuse = (name) => /^on|^style$|^srcdoc$/i.test(name);

function fill(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (value == null || value === false) continue;
    if (name === 'on')
      for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (name === 'set')
      for (const [property, v] of Object.entries(value)) element.style.setProperty(property, v);
    else if (refuse(name)) throw new TypeError('attribute ' + name);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  element.append(...flat(children));
  return element;
}

const flat = (children) =>
  children
    .flat(Infinity)
    .filter((one) => one != null && one !== false && one !== '')
    .map((one) => (one instanceof Node ? one : String(one)));

/** @param {string} tag @param {any} attributes @param {...any} children @returns {HTMLElement} */
export const h = (tag, attributes, ...children) =>
  fill(document.createElement(tag), attributes, children);
/** @param {string} tag @param {any} attributes @param {...any} children @returns {SVGElement} */
export const s = (tag, attributes, ...children) =>
  fill(document.createElementNS(SVG, tag), attributes, children);

/** Text from outside: its direction must not reach what stands around it. */
export const bdi = (text, attributes) =>
  h('bdi', attributes, typeof text === 'string' ? plainly(text) : text);
/** Names from outside, each on its own. @param {string[]} names */
export const names = (names) => names.map((one, i) => [i ? ', ' : '', bdi(one)]);
/** Read aloud, not seen. */
export const heard = (text) => h('span', {class: 'heard'}, text);

/** A link that stays on the page. */
export const to = (href, attributes, ...children) => {
  if (!href.startsWith('#')) throw new TypeError('a link that leaves the page');
  return h('a', {href, ...attributes}, ...children);
};

export const button = (words, act, attributes = {}) =>
  h('button', {type: 'button', ...attributes, on: {click: act}}, words);

/** @param {HTMLElement} element @param {...any} children */
export function show(element, ...children) {
  element.replaceChildren(...flat(children));
  return element;
}

/**
 * Shows what may hold the focus anew, and gives the focus back: to the control of the same name, else to its item.
 * @param {HTMLElement} element @param {...any} children
 */
export function showAgain(element, ...children) {
  const held = element.contains(document.activeElement) ? document.activeElement : null;
  const name = held?.getAttribute('aria-label'),
    item = held?.closest('[data-item]')?.dataset.item;
  show(element, ...children);
  if (!item) return element;
  const again = [...element.querySelectorAll('[data-item]')].find(
    (one) => one.dataset.item === item,
  );
  const same = [...(again?.querySelectorAll('button:enabled') ?? [])].find(
    (one) => one.getAttribute('aria-label') === name,
  );
  if (!same) again?.setAttribute('tabindex', '-1');
  (same ?? again)?.focus({preventScroll: true});
  return element;
}

/** A table whose rows stand by themselves on a narrow screen: each cell carries the words of its column. */
export function stacked(table) {
  const heads = [...table.tHead.rows[0].cells].map((one) => one.firstChild?.textContent ?? '');
  for (const row of table.tBodies[0].rows)
    for (const [i, cell] of [...row.cells].entries())
      if (cell.tagName === 'TD') cell.setAttribute('data-head', heads[i]);
  table.classList.add('stacks');
  return table;
}

/** A choice with its label. @param {{value: string, label: string}[]} options */
export function choice(label, options, value, act, attributes = {}) {
  const select = h(
    'select',
    {...attributes, on: {change: (event) => act(event.target.value)}},
    options.map((one) => h('option', {value: one.value, selected: one.value === value}, one.label)),
  );
  return h('label', {class: 'field'}, h('span', {}, label), select);
}

/** Whether a key belongs to somebody who writes. */
export const isWriting = (event) =>
  event.target instanceof Element &&
  event.target.closest('input, textarea, select, dialog, [contenteditable]') !== null;
