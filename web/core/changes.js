// SPDX-License-Identifier: Apache-2.0
// What the page shows before the server has answered, and how it takes that back.

/**
 * Patches laid over items. Each belongs to one request; several may touch one item, and taking one back
 * leaves the others in place.
 */
export class Changes {
  constructor() {
    this.next = 1;
    this.pending = new Map();
  }

  /** @param {Record<string, object>} patches by item id @returns {number} a ticket */
  begin(patches) {
    this.pending.set(this.next, {patches, sure: false});
    return this.next++;
  }

  /** The server has done it; the data does not show it yet. @param {number} ticket */
  settle(ticket) {
    const one = this.pending.get(ticket);
    if (one) one.sure = true;
  }

  /** The request has failed, or what it did has come back with the data. @param {number} ticket */
  end(ticket) {
    return this.pending.delete(ticket);
  }

  /** @template {{id: string}} T @param {T} item @returns {T} the item as it will be, if all goes well */
  over(item) {
    let out = item;
    for (const {patches, sure} of this.pending.values())
      if (Object.hasOwn(patches, item.id))
        out = {...out, ...patches[item.id], ...(sure ? {} : {pending: true})};
    return out;
  }

  get open() {
    return this.pending.size;
  }
}

/**
 * What a judgement does to an item, as far as the page can tell; what a split or merge makes of it only the server knows.
 * @param {'confirm'|'reject'|'edit'|'split'|'merge'} verb @param {string} who @param {Record<string, string>} fields
 */
export function patchOf(verb, who, fields = {}) {
  if (verb === 'split' || verb === 'merge') return {};
  const review = {status: verb === 'reject' ? 'rejected' : 'confirmed', by: who};
  return verb === 'edit' ? {...shown(fields), review} : {review};
}

/**
 * What rests on a rejected statement is rejected with it: nobody is to judge it before it is read again.
 * @param {string} verb @param {string[]} followed @param {object} patch @returns {Record<string, object>} patches by item id
 */
export const followedBy = (verb, followed, patch) =>
  verb === 'reject'
    ? Object.fromEntries(followed.filter((id) => /^[pcml]\d/.test(id)).map((id) => [id, patch]))
    : {};

function shown(fields) {
  const {roles, ...out} = {...fields}; // offices are shown once the server has read their days
  if ('option' in out) {
    const [low, high = low] = out.option.split('..');
    out.option = low ? [low, high] : null;
  }
  for (const name of ['parties', 'people'])
    if (typeof out[name] === 'string')
      out[name] = out[name]
        .split(',')
        .map((one) => one.trim())
        .filter(Boolean);
  if ('same_as' in out) out.same_as = out.same_as || null;
  for (const name of ['content', 'evidence']) delete out[name];
  return out;
}

/** What one has done here, newest last: numbers of the log, to be undone one step at a time. */
export class Done {
  constructor() {
    this.steps = [];
  }
  /** @param {{log: number[]}} step */
  push(step) {
    if (step.log.length) this.steps.push(step);
  }
  /** @returns {{log: number[]} | undefined} */
  pop() {
    return this.steps.pop();
  }
  get last() {
    return this.steps.at(-1);
  }
}
