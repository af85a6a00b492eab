// SPDX-License-Identifier: Apache-2.0
// What is under way: for how long, and a way out. Most answers are there before one could read it.
import {button, h, show} from './dom.js';

const PATIENCE = 400; // ms before it is shown at all

/**
 * Fills a room while a question is under way, and empties it. Call the answer when the room goes.
 * @param {HTMLElement} room @param {import('../data/question.js').Question} question
 */
export function watched(room, question) {
  let ticking = 0;
  const seconds = () => Math.floor((performance.now() - question.since) / 1000);
  const told = h('span', {'aria-hidden': 'true'});
  const tick = () => {
    if (performance.now() - question.since < PATIENCE) return;
    if (!room.firstChild)
      show(
        room,
        h('progress', {'aria-label': 'Working it out'}),
        h('span', {role: 'status'}, 'Working it out …'),
        told,
        button('Cancel', () => question.cancel()),
      );
    told.textContent = `${seconds()} s`;
  };
  const change = () => {
    clearInterval(ticking);
    if (!question.busy) return show(room);
    tick();
    ticking = setInterval(tick, 100);
  };
  question.addEventListener('change', change);
  change();
  return () => {
    clearInterval(ticking);
    question.removeEventListener('change', change);
  };
}
