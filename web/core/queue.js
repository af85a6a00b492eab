// SPDX-License-Identifier: Apache-2.0
// The items of one article in the order of the text: what j and k walk through.

const RANK = {s: 0, p: 1, c: 2, m: 3, l: 4};

/**
 * @param {{statements: any[], positions: any[], meetings: any[], clauses: any[], levers?: any[]}} items
 * @returns {{id: string, kind: string, begin: number, spans: [number, number][], group: string, item: any}[]}
 *   group: the id of the statement that a position or lever rests on, else its own
 */
export function queueOf({statements, positions, meetings, clauses, levers = []}) {
  const begins = new Map(statements.map((one) => [one.id, firstOf(one.content)]));
  const entry = (item, spans, group = item.id) => ({
    id: item.id,
    kind: item.id[0],
    begin: begins.get(group) ?? firstOf(spans),
    spans,
    group,
    item,
  });
  const all = [
    ...statements.map((one) => entry(one, one.content)),
    ...[...positions, ...levers].map((one) =>
      entry(one, [one.evidence], begins.has(one.statement) ? one.statement : one.id),
    ),
    ...clauses.map((one) => entry(one, [one.evidence])),
    ...meetings.map((one) => entry(one, [one.evidence])),
  ];
  const number = (id) => Number(id.slice(1));
  return all.sort(
    (a, b) =>
      a.begin - b.begin ||
      (a.group === b.group ? 0 : number(a.group) - number(b.group)) ||
      RANK[a.kind] - RANK[b.kind] ||
      number(a.id) - number(b.id),
  );
}

const firstOf = (spans) => spans[0]?.[0] ?? 0;

/**
 * The next one from `at`, in a direction, that `wanted` accepts; `at` itself where there is none.
 * @template T @param {T[]} queue @param {number} at @param {1 | -1} step @param {(one: T) => boolean} wanted
 */
export function stepFrom(queue, at, step, wanted = () => true) {
  for (let i = at + step; i >= 0 && i < queue.length; i += step) if (wanted(queue[i])) return i;
  return at;
}

/**
 * The same where what `first` accepts comes before the rest, each in the order of the queue.
 * @template T @param {T[]} queue @param {number} at @param {1 | -1} step
 * @param {(one: T) => boolean} first @param {(one: T) => boolean} wanted
 */
export function stepSorted(queue, at, step, first, wanted = () => true) {
  const place = (i) => (first(queue[i]) ? 0 : queue.length) + i;
  const here = at < 0 ? -1 : place(at);
  const order = queue
    .map((_, i) => i)
    .filter((i) => i !== at && wanted(queue[i]) && (place(i) - here) * step > 0)
    .sort((a, b) => (place(a) - place(b)) * step);
  return order[0] ?? at;
}

/** Whether the program is not sure of it. @param {{item: {unsure?: boolean}}} entry */
export const isUnsure = (entry) => entry.item.unsure === true;

/** @param {{item: {review: {status: string}}}} entry */
export const isOpen = (entry) => entry.item.review.status === 'suggested';
