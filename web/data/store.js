// SPDX-License-Identifier: Apache-2.0
// What the page knows of the case. Views ask `get`, judge through `judge`, and draw again on 'change'.
import {Changes, Done, followedBy, patchOf} from '../core/changes.js';
import {calledOf, counted, countedKinds} from '../core/words.js';
import * as api from './api.js';
import {listen} from './events.js';

const KEPT = 60; // answers

const from = (text) => ({from: text}); // what a note quotes: a name, a sentence of the server
const namesOf = (all) => all.flatMap((one, i) => (i ? [', ', from(one)] : [from(one)]));
// Asked again, the server would refuse it again.
const isFinal = ({status}) => [400, 404, 409].includes(status);

class Store extends EventTarget {
  constructor() {
    super();
    this.generation = ''; // of the file that is served; of another one nothing here holds
    this.log = 0; // the newest line of the log that the answers here know of
    this.answers = new Map();
    this.changes = new Changes();
    this.done = new Done();
    this.about = null; // of /api/case
    this.issues = new Map();
    this.connected = true;
    this.busy = 0; // requests of this tab that change the case
  }

  async start() {
    await this.readCase();
    listen(
      (log, generation) => this.heard(log, generation),
      (connected) => this.linked(connected),
    );
  }

  async readCase() {
    const about = await api.get('case');
    if (this.isAnother(about.generation)) return location.reload();
    if (about.log < this.log) return; // overtaken by a later answer
    this.generation = about.generation;
    this.about = about;
    this.log = this.about.log;
    this.issues = new Map(this.about.codebook.issues.map((issue) => [issue.id, issue]));
  }

  isAnother(generation) {
    return this.generation !== '' && generation !== undefined && generation !== this.generation;
  }

  /** A change of the case that was read here. */
  post(path, body) {
    return api.post(path, {...body, generation: this.generation});
  }

  get who() {
    return localStorage.getItem('entente.who') ?? '';
  }
  set who(name) {
    localStorage.setItem('entente.who', name);
  }

  can(verb) {
    return this.about.can.includes(verb);
  }

  issue(id) {
    return this.issues.get(id);
  }
  issueLabel(id) {
    return this.issues.get(id)?.label ?? id;
  }

  /** An answer, kept until the log grows. @param {string} path @param {Record<string, any>} query */
  get(path, query = {}) {
    const key = api.link(path, query);
    let answer = this.answers.get(key);
    if (!answer) {
      answer = api.get(path, query);
      answer.catch(() => this.answers.delete(key));
      this.answers.set(key, answer);
      if (this.answers.size > KEPT) this.answers.delete(this.answers.keys().next().value);
    }
    return answer;
  }

  /** An item as it will be once what is under way is done. */
  seen(item) {
    return this.changes.over(item);
  }

  /**
   * Confirms, rejects, edits, splits or merges. The page shows it at once; if the server refuses, the page takes it back and
   * tells why.
   * @param {'confirm'|'reject'|'edit'|'split'|'merge'} verb @param {string[]} items
   * @param {{why?: string, fields?: Record<string, string>, words?: string, seen?: number}} more
   */
  async judge(verb, items, {why = '', fields = {}, words = '', seen = this.log} = {}) {
    const patch = patchOf(verb, this.who, fields);
    const ticket = this.changes.begin(Object.fromEntries(items.map((id) => [id, patch])));
    this.tell('patch', {items});
    ++this.busy;
    try {
      const asked = {edit: {item: items[0], fields}, split: {items, fields, words}}[verb] ?? {
        items,
      };
      const answer = await this.post(verb, {...asked, who: this.who, why, seen});
      this.done.push({log: answer.entries});
      await this.caughtUp(answer.log);
      this.changes.settle(ticket);
      const rests = this.changes.begin(followedBy(verb, answer.followed, patch));
      this.changes.settle(rests);
      this.tell('patch', {items: answer.followed});
      const until = [];
      this.tell('change', {
        items: [...items, ...answer.followed, ...answer.made],
        own: true,
        until,
      });
      Promise.allSettled(until).then(() => [ticket, rests].forEach((one) => this.changes.end(one)));
      if (answer.made.length) this.tell('note', {words: `New: ${answer.made.join(', ')}`});
      for (const note of answer.notes) this.tell('note', {words: [from(note)]});
      return answer;
    } catch (failure) {
      this.changes.end(ticket);
      if (failure.conflict) await this.caughtUp(failure.conflict.log);
      this.tell('change', {items, own: true});
      this.tell('refused', {failure, items, verb});
      return null;
    } finally {
      --this.busy;
    }
  }

  /** Several parties that are one. @param {string[]} parties the first one stays @param {{why?: string, seen?: number}} more */
  mergeParties(parties, {why = '', seen = this.log} = {}) {
    return this.regroupParties(
      ['Merged ', ...namesOf(parties.slice(1)), ' into ', from(parties[0])],
      this.post('parties/merge', {parties, who: this.who, why, seen}),
    );
  }

  /** Names of a party that are another one's. @param {string} party @param {string[]} names the first is what the new one is called */
  splitParty(party, names, {why = '', seen = this.log} = {}) {
    return this.regroupParties(
      ['Split ', from(names[0]), ' from ', from(party)],
      this.post('parties/split', {party, names, who: this.who, why, seen}),
    );
  }

  async regroupParties(words, asked) {
    ++this.busy;
    try {
      const answer = await asked;
      this.done.push({log: answer.entries});
      await this.caughtUp(answer.log);
      this.tell('change', {items: answer.followed, own: true});
      this.tell('note', {
        words: [
          ...words,
          `: ${countedKinds(answer.followed) || 'no item'} went along. u takes it back`,
        ],
      });
      for (const note of answer.notes) this.tell('note', {words: [from(note)]});
      return answer;
    } catch (failure) {
      if (failure.conflict) await this.caughtUp(failure.conflict.log);
      this.tell('change', {items: [], own: true});
      this.tell('refused', {failure, items: [], verb: 'merge'});
      return null;
    } finally {
      --this.busy;
    }
  }

  /** Takes back lines of the log, by new lines. @param {number[]} entries @param {() => void} [again] where it may be tried again */
  async undo(entries, again = () => {}) {
    ++this.busy;
    try {
      const answer = await this.post('undo', {entries, who: this.who, why: '', seen: this.log});
      await this.caughtUp(answer.log);
      this.tell('change', {items: answer.undone, own: true});
      this.tell('note', {
        words: [
          'Undone: ',
          ...(answer.undone.length > 6
            ? [counted(answer.undone.length, 'item')]
            : namesOf(answer.undone.map(calledOf))),
        ],
      });
      return answer;
    } catch (failure) {
      if (!isFinal(failure)) again();
      if (failure.conflict) await this.caughtUp(failure.conflict.log);
      this.tell('change', {items: [], own: true});
      this.tell('refused', {failure, items: [], verb: 'undo'});
      return null;
    } finally {
      --this.busy;
    }
  }

  async undoLast() {
    const step = this.done.pop();
    if (!step) return this.tell('note', {words: 'Nothing done in this tab is left to undo'});
    await this.undo(step.log, () => this.done.push(step));
  }

  /** @param {FormData} form */
  async add(form) {
    ++this.busy;
    try {
      const answer = await api.postForm('add', form);
      await this.caughtUp(answer.log);
      this.tell('change', {items: answer.added, own: true});
      return answer;
    } finally {
      --this.busy;
    }
  }

  /** Codes anew what nobody has looked at, by what people judged. */
  async learn() {
    ++this.busy;
    try {
      const answer = await this.post('learn', {seen: this.log});
      await this.caughtUp(answer.log);
      this.tell('change', {items: answer.changes.map((one) => one.item), own: true});
      return answer;
    } catch (failure) {
      this.tell('refused', {failure, items: [], verb: 'learn'});
      return null;
    } finally {
      --this.busy;
    }
  }

  async caughtUp(log) {
    if (log <= this.log) return;
    this.answers.clear();
    await this.readCase();
  }

  async heard(log, generation) {
    if (this.isAnother(generation)) return location.reload();
    if (log <= this.log) return;
    const before = this.log,
      own = this.busy > 0;
    this.answers.clear();
    await this.readCase().catch(() => {});
    this.tell('change', {own, since: before});
  }

  linked(connected) {
    if (connected === this.connected) return;
    this.connected = connected;
    this.tell('link', {connected});
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }
}

export const store = new Store();
