// SPDX-License-Identifier: Apache-2.0
// How the page puts things into words. Ids and enumerators come from the server as they are.

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export const STANCES = [
  'demands',
  'wants',
  'offers',
  'open_to',
  'conditional',
  'concedes',
  'rejects',
  'undecided',
  'reports',
];
export const FIRMNESSES = ['unstated', 'tentative', 'firm', 'red_line'];

// The signs of the brief: takes it up, is open to it or names a condition, rejects it, does none of these.
const MARKS = {
  demands: '●',
  wants: '●',
  offers: '●',
  concedes: '●',
  open_to: '◐',
  conditional: '◐',
  rejects: '✕',
};

/** @param {string} word an enumerator */
export const spoken = (word) => word.replaceAll('_', ' ');
/** @param {string} stance */
export const stanceMark = (stance) => MARKS[stance] ?? '○';
/** @param {string | null | undefined} date ISO */
export function dayText(date) {
  const found = /^(-?\d{1,6})-(\d\d)-(\d\d)$/.exec(date ?? '');
  return found ? `${Number(found[3])} ${MONTHS[Number(found[2]) - 1]} ${found[1]}` : 'no date';
}
/** What day a case speaks of: that of its newest source. @param {string | null | undefined} date ISO */
export const asOf = (date) => (date ? `as of ${dayText(date)}` : 'no source is dated');
/** @param {string | null | undefined} date ISO */
export const shortDay = (date) => dayText(date).replace(/ -?\d+$/, (year) => (date ? '' : year));

/** Marks that turn the direction of what follows are shown, not obeyed. @param {string} text */
export const plainly = (text) =>
  text.replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '\uFFFD');

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = one + 's') =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/** @param {string} text @param {number} most characters */
export function shortened(text, most) {
  const characters = [...text];
  if (characters.length <= most) return text;
  const space = characters.slice(0, most).lastIndexOf(' ');
  return (
    characters
      .slice(0, space > most * 0.6 ? space : most - 1)
      .join('')
      .replace(/[\s,;:–-]+$/, '') + '…'
  );
}

/** What was refused, and what to do. @param {{message: string, cure?: string}} failure */
export const failureText = ({message, cure}) => [message, cure].filter(Boolean).join('. ') + '.';

/** @param {string[]} names */
export function listed(names) {
  if (names.length < 2) return names.join('');
  return names.slice(0, -1).join(', ') + ' and ' + names.at(-1);
}

/** @param {number} i 0 for A */
export const letterOf = (i) =>
  (i < 26 ? '' : letterOf(Math.floor(i / 26) - 1)) + String.fromCharCode(65 + (i % 26));

/**
 * An option or a range of them, in the words of the codebook.
 * @param {{options?: {id: string, label: string}[]} | undefined} issue @param {string[] | null} option
 */
export function optionText(issue, option) {
  if (!option) return '';
  const label = (id) => issue?.options?.find((one) => one.id === id)?.label ?? id;
  return option[0] === option[1] ? label(option[0]) : `${label(option[0])} to ${label(option[1])}`;
}

/** Kinds of item by the letter of their id. */
export const KINDS = {
  d: 'document',
  s: 'statement',
  p: 'position',
  m: 'meeting',
  w: 'person',
  c: 'clause',
  l: 'lever',
};
const partyIn = (id) => /^party:(.+)$/s.exec(id)?.[1] ?? null;
/** @param {string} id */
export const kindOf = (id) => (partyIn(id) !== null ? 'party' : (KINDS[id[0]] ?? 'item'));
/**
 * "2 statements and 1 meeting", in the order of KINDS. Parties are not counted: they are named.
 * @param {string[]} ids
 */
export const countedKinds = (ids) =>
  listed(
    Object.entries(KINDS)
      .map(([letter, kind]) => [ids.filter((id) => kindOf(id) === kind).length, kind])
      .filter(([count]) => count)
      .map(([count, kind]) => counted(count, kind, kind === 'person' ? 'people' : kind + 's')),
  );
/** How an item is called: a party by its name. @param {string} id */
export const calledOf = (id) => partyIn(id) ?? id;

const DONE = {
  add: 'added',
  confirm: 'confirmed',
  reject: 'rejected',
  edit: 'edited',
  import: 'imported',
  undo: 'undid',
  split: 'split',
  merge: 'merged',
  learn: 'learned from',
  agree: 'compared',
  dispute: 'left open',
};
const USES = {
  held: 'has',
  threatened: 'threatens to use',
  applied: 'uses',
  offered: 'offers to ease',
  eased: 'eases',
  declined: 'will not use',
  withheld: 'will not ease',
  asked: 'is asked about',
};
export const LEVER_USES = Object.keys(USES);
/** What is told of a lever. @param {string} use */
export const useWords = (use) => USES[use] ?? spoken(use);

/** When somebody was heard. @param {{statements?: number, first_heard?: string | null, last_heard?: string | null}} person */
export function heardWords({statements = 0, first_heard: first = null, last_heard: last = null}) {
  if (!statements) return 'never heard in the articles';
  const times = statements === 1 ? 'once' : `${statements.toLocaleString('en')} times`;
  if (!first) return `heard ${times}, on no known day`;
  return first === last
    ? `heard ${times}, on ${dayText(first)}`
    : `heard ${times}: first ${dayText(first)}, last ${dayText(last)}`;
}

/**
 * An office and its days, as somebody stated them.
 * @typedef {{role: string, from: string | null, until: string | null}} Role
 */

/** "Foreign Minister, 5 Jan 2030 to 1 Feb 2031" @param {Role} held */
export const roleWords = ({role, from, until}) =>
  role +
  (from && until
    ? `, ${dayText(from)} to ${dayText(until)}`
    : from
      ? `, from ${dayText(from)}`
      : until
        ? `, until ${dayText(until)}`
        : '');

/** As the server takes them. A semicolon would end a role. @param {Role[]} roles */
export const rolesText = (roles) =>
  roles
    .map(({role, from, until}) => ({role: role.replaceAll(';', ',').trim(), from, until}))
    .filter(({role}) => role)
    .map(({role, from, until}) => `${from ?? ''}..${until ?? ''} ${role}`)
    .join('; ');

/** @param {string} verb */
export const doneWord = (verb) => DONE[verb] ?? verb;

/**
 * What a line of the log changed, field by field; who signed is told elsewhere.
 * @param {{before: string, after: string}} entry
 * @returns {{field: string, before: string, after: string}[]}
 */
export function changesIn(entry) {
  const before = fieldsIn(entry.before),
    after = fieldsIn(entry.after);
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names
    .filter((name) => name !== 'by' && !/sha256$/.test(name))
    .map((name) => ({
      field: name,
      before: spokenValue(name, before[name]),
      after: spokenValue(name, after[name]),
    }));
}

function fieldsIn(json) {
  try {
    const value = JSON.parse(json || '{}');
    return value && typeof value === 'object' ? value : {};
  } catch {
    return {};
  }
}

const spokenValue = (name, value) =>
  value == null
    ? ''
    : ['stance', 'firmness', 'review', 'status'].includes(name)
      ? spoken(String(value))
      : String(value);
