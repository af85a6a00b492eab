// SPDX-License-Identifier: Apache-2.0
// A view that has nothing to show says what it lacks, and how one comes by it.
import {routeText} from '../core/route.js';
import {counted} from '../core/words.js';
import {store} from '../data/store.js';
import {h, to} from './dom.js';

const codebook = () => [
  h('kbd', {}, 'entente suggest CASE --format yaml'),
  ' writes one out to edit, and ',
  h('kbd', {}, 'entente new CASE --codebook FILE'),
  ' begins a case with it.',
];
const none = (...words) => h('p', {class: 'none'}, ...words);
const hasScale = () =>
  store.about.codebook.issues.some((issue) => issue.ordered && issue.options.length > 1);

const noSources = () =>
  none('There is no article in this case yet: drop files anywhere on this page, or use “Add”.');

/** No party is known. */
export const noParties = () =>
  none(
    'This case names no party. A file does, in ',
    h('kbd', {}, 'entente new CASE --parties FILE'),
    ', or articles do, in ',
    h('kbd', {}, 'entente new CASE --from FOLDER'),
    '.',
  );

/** Nothing on a scale: no issue has one, or nobody's words were placed on it. */
export function noScale() {
  if (!store.about.sources) return noSources();
  return hasScale()
    ? none(
        'No position has a place on a scale yet. In ',
        to(routeText('read'), {}, 'Read'),
        ', e edits a position and takes an option of its issue.',
      )
    : none(
        'No issue of this case has options in order, and a scale needs some. The codebook says them: ',
        codebook(),
      );
}

/** Nothing to choose from. */
export const noOptions = () =>
  none('No issue of this case has options to choose from. The codebook says them: ', codebook());

/** Articles whose day nobody knows; null where there are none. */
export function undated() {
  const count = store.about.undated_documents;
  return count
    ? none(
        `${counted(count, 'source has', 'sources have')} no date, and what it says has no place in time. In `,
        to(routeText('read'), {}, 'Read'),
        ', “Edit title, outlet, date” above an article gives it one.',
      )
    : null;
}
