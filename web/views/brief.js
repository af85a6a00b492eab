// SPDX-License-Identifier: Apache-2.0
// The page that one hands on, in a frame that may run nothing; and the case for other programs.
import {link} from '../data/api.js';
import {store} from '../data/store.js';
import {h, show} from '../parts/dom.js';

export const title = 'Brief';

const FORMATS = [
  ['json', 'JSON', 'the whole case, to be imported again'],
  ['csv', 'CSV', 'one row per position, for a spreadsheet'],
  ['webannotation', 'Web Annotation', 'W3C JSON-LD, every quote with its selectors'],
];
let heading = null;

export function mount(main) {
  heading ??= store.about.name.replace(/\.entente$/, '');
  const frame = h('iframe', {title: 'The brief', sandbox: '', class: 'preview'});
  const download = h('a', {class: 'button main', download: ''}, 'Save as HTML'),
    markdown = h('a', {class: 'button', download: ''}, 'Save as Markdown'),
    open = h('a', {class: 'button', target: '_blank', rel: 'noopener'}, 'Open in a tab, to print');
  const load = () => {
    frame.setAttribute('src', link('brief', {title: heading}));
    download.setAttribute('href', link('brief', {title: heading, download: 1}));
    markdown.setAttribute('href', link('brief', {title: heading, format: 'markdown', download: 1}));
    open.setAttribute('href', link('brief', {title: heading}));
  };
  show(
    main,
    h('h2', {}, title),
    h(
      'p',
      {class: 'sub'},
      'One file that loads nothing: each line in it leads to its sentence. It says how much rests on suggestions. Markdown has the same findings without the drawings, each with a footnote.',
    ),
    h(
      'div',
      {class: 'controls'},
      h(
        'label',
        {class: 'field grow'},
        h('span', {}, 'Title'),
        h('input', {
          value: heading,
          maxlength: 200,
          on: {
            change: (event) => {
              heading = event.target.value.trim();
              load();
            },
          },
        }),
      ),
      download,
      markdown,
      open,
    ),
    frame,
    h('h3', {}, 'For other programs'),
    h(
      'ul',
      {class: 'exports'},
      FORMATS.map(([name, label, words]) =>
        h(
          'li',
          {},
          h('a', {href: link('export', {format: name}), download: ''}, label),
          ' ',
          words,
        ),
      ),
    ),
  );
  load();
  return {refresh: load};
}
