// SPDX-License-Identifier: Apache-2.0
// The items of one article in the order of the text: what j and k walk through.

const RANK = {s: 0, p: 1, c: 2, m: 3};

/**
 * @param {{statements: any[], positions: any[], meetings: any[], clauses: any[]}} items
 * @returns {{id: string, kind: string, begin: number, spans: [number, number][], group: string, item: any}[]}
 *   group: the id of the statement that a position rests on, else its own
 */
export function queueOf({statements, positions, meetings, clauses}) {
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
    ...positions.map((one) =>
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

/** @param {{item: {review: {status: string}}}} entry */
export const isOpen = (entry) => entry.item.review.status === 'suggested';
