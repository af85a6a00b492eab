// SPDX-License-Identifier: Apache-2.0
// Confirm, reject, edit: the same three buttons wherever an item is shown.
import {store} from '../data/store.js';
import {askEdit, askReason, signed} from './dialogs.js';
import {button, h} from './dom.js';

export async function confirm(items, seen) {
  return (await signed()) ? store.judge('confirm', items, {seen}) : null;
}

export async function reject(items, seen) {
  if (!(await signed())) return null;
  const why = await askReason(items);
  return why ? store.judge('reject', items, {why, seen}) : null;
}

export async function edit(item, seen) {
  if (!(await signed())) return null;
  const answer = await askEdit(item);
  return answer ? store.judge('edit', [item.id], {...answer, seen}) : null;
}

/** @param {any} item @param {number} seen the log number that the item was read with */
export function judgeButtons(item, seen, attributes = {}) {
  const {status} = item.review ?? item;
  const name = (verb) => ({
    'aria-label': `${verb} ${item.id}`,
    disabled: item.pending,
    ...attributes,
  });
  return h(
    'span',
    {class: 'judge'},
    status === 'confirmed'
      ? null
      : button('Confirm', () => confirm([item.id], seen), name('Confirm')),
    status === 'rejected' ? null : button('Reject', () => reject([item.id], seen), name('Reject')),
    button('Edit', () => edit(item, seen), name('Edit')),
  );
}

const STATUS = {suggested: '?', confirmed: '✓', rejected: 'rejected'};

/** How far one has to trust it. */
export function statusMark(review) {
  const by = review.by ? ` by ${review.by}` : '';
  return h(
    'span',
    {class: 'status ' + review.status, title: review.status + by},
    h('span', {'aria-hidden': 'true'}, STATUS[review.status] ?? '?'),
    h('span', {class: 'heard'}, review.status + by),
  );
}
