// SPDX-License-Identifier: Apache-2.0
// What holds where numbers are known within bounds only: in all readings, in some, in none.

/** @typedef {'all' | 'some' | 'none' | 'open'} Certainty */

const DEAL = {
  all: 'There is a deal in all readings.',
  some: 'There is a deal in some readings, and none in others.',
  none: 'There is no deal in any reading.',
  open: 'Whether there is a deal in all readings was not settled.',
};
/** @param {Certainty} deal */
export const dealText = (deal) => DEAL[deal] ?? '';

/**
 * How many packages all parties could accept. Nothing where they are too many to count.
 * @param {{acceptable_in_all: number | string | null, acceptable_in_some_or_all: number | string | null}} certainty
 * @param {number | string} outcomes a string: more than a number holds
 * @returns {{all: bigint, some: bigint, none: bigint} | null}
 */
export function countsOf({acceptable_in_all: all, acceptable_in_some_or_all: possible}, outcomes) {
  if (all == null || possible == null) return null;
  const [in_all, in_any, total] = [all, possible, outcomes].map(BigInt);
  return {all: in_all, some: in_any - in_all, none: total - in_any};
}

const ORDER = {all: 0, some: 1, open: 2, none: 3};

/**
 * The packages that all could sign in some reading, the surest first; among equals, where the least is lacking to
 * whom most is lacking, all numbers at their worst for the package.
 * @param {{acceptable: Certainty, efficient: Certainty, utilities: [number, number][]}[]} packages
 * @param {number[]} limits what each party takes at least @param {[number, number][]} ranges of each party's utility
 */
export function surest(packages, limits, ranges) {
  const lacking = ({utilities}) =>
    Math.max(
      ...utilities.map(
        ([low], p) => (limits[p] - low) / Math.max(ranges[p][1] - ranges[p][0], Number.EPSILON),
      ),
    );
  return packages
    .filter((one) => one.acceptable !== 'none')
    .map((one) => ({one, lack: lacking(one)}))
    .sort(
      (a, b) =>
        ORDER[a.one.acceptable] - ORDER[b.one.acceptable] ||
        ORDER[a.one.efficient] - ORDER[b.one.efficient] ||
        a.lack - b.lack,
    )
    .map(({one}) => one);
}

/** @typedef {{at: number, deal: Certainty, acceptable_decided: number | null, efficient_decided: number | null}} End */

/** What one number would settle, in parts of a sentence; none: nothing. @param {End} end @param {Certainty} deal as it is now */
export function settledBy(end, deal) {
  const count = (decided, what) =>
    decided > 0
      ? `settled whether ${decided.toLocaleString('en')} more ${decided === 1 ? 'package is' : 'packages are'} ${what}`
      : '';
  return [
    end.deal === deal ? '' : lower(dealText(end.deal)),
    count(end.acceptable_decided, 'acceptable'),
    count(end.efficient_decided, 'efficient'),
  ].filter(Boolean);
}
const lower = (sentence) => sentence[0].toLowerCase() + sentence.slice(1, -1);

/** The unknown numbers that would settle something alone, what decides most first. */
export const deciding = ({unknowns, deal, asked}) =>
  asked
    ? unknowns.filter((one) =>
        [one.at_lowest, one.at_highest].some((end) => end && settledBy(end, deal).length),
      )
    : [];

/** "the weight of monitors" @param {{what: string, issue: string | null, option: string | null}} unknown */
export const unknownText = ({what, issue, option}) =>
  what === 'reservation'
    ? 'what it takes at least, to sign'
    : what === 'value'
      ? `what “${option}” on ${issue} is worth to it`
      : `how much ${issue} weighs for it`;
