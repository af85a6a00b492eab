// SPDX-License-Identifier: Apache-2.0
// Articles come in: dropped anywhere on the page, chosen, or pasted.
import {routeText} from '../core/route.js';
import {counted, failureText} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, h, names, show, to} from '../parts/dom.js';
import {ask, signed} from '../parts/dialogs.js';

/** @param {File[]} files */
export async function openAdd(files = []) {
  if (document.querySelector('dialog') || !(await signed())) return;
  ask('Add articles', (close) => body(files, close), 'wide');
}

function body(given, close) {
  let files = [...given];
  const chosen = h('p', {class: 'fine', role: 'status'}),
    result = h('div', {class: 'result', role: 'status'});
  const tell = () =>
    show(
      chosen,
      files.length ? files.map((file, i) => [i ? ', ' : '', bdi(file.name)]) : 'No file chosen.',
    );
  const pick = h('input', {
    type: 'file',
    multiple: true,
    accept: '.txt,.text,.html,.htm,.xhtml,text/plain,text/html',
    on: {
      change: (event) => {
        files = [...event.target.files];
        tell();
      },
    },
  });
  const field = (label, input) => h('label', {class: 'field'}, h('span', {}, label), input);
  const send = h('button', {class: 'main'}, 'Add');
  tell();
  return [
    h(
      'form',
      {
        on: {
          submit: async (event) => {
            event.preventDefault();
            send.disabled = true;
            await submit(new FormData(event.target), files, result, close);
            send.disabled = false;
          },
        },
      },
      field('Files, text or HTML', pick),
      chosen,
      field('or paste a text', h('textarea', {name: 'text', rows: 6})),
      h(
        'div',
        {class: 'pair'},
        field('Outlet', h('input', {name: 'outlet', maxlength: 200})),
        field('Date', h('input', {name: 'date', type: 'date'})),
        field('Title', h('input', {name: 'title'})),
      ),
      h(
        'p',
        {class: 'fine'},
        'What you say here goes before what a file says of itself. Whatever is read out of it is a suggestion.',
      ),
      h(
        'p',
        {class: 'acts'},
        send,
        button('Close', () => close(null)),
      ),
    ),
    result,
  ];
}

async function submit(data, files, result, close) {
  const form = new FormData(),
    text = String(data.get('text') ?? '').trim();
  for (const file of files) form.append('file', file, file.name);
  if (text)
    form.append('file', new File([text], nameOf(String(data.get('title'))), {type: 'text/plain'}));
  for (const name of ['outlet', 'date', 'title'])
    if (data.get(name)) form.append(name, data.get(name));
  form.append('who', store.who);
  if (!files.length && !text)
    return show(result, h('p', {class: 'none'}, 'Choose a file or paste a text.'));
  show(result, h('p', {}, 'Reading …'));
  try {
    show(result, report(await store.add(form), close));
  } catch (failure) {
    show(result, h('p', {class: 'refusal'}, failureText(failure)));
  }
}

const nameOf = (title) =>
  (title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40) || 'pasted-' + Date.now()) + '.txt';

const report = (answer, close) => [
  h(
    'p',
    {},
    `Added ${counted(answer.added.length, 'document')}: ${counted(answer.statements, 'statement')}, ${counted(answer.positions, 'position')}, ${counted(answer.meetings, 'meeting')}, all of them suggestions. `,
    answer.added.map((id) => [
      to(routeText('read', [id]), {on: {click: () => close(null)}}, `read ${id}`),
      ' ',
    ]),
  ),
  answer.already_there.length
    ? h('p', {}, 'Already in the case: ', names(answer.already_there))
    : null,
  answer.refused.map((one) => h('p', {class: 'refusal'}, bdi(one.what), '. ', bdi(one.cure))),
  answer.not_read.length
    ? h(
        'p',
        {},
        `Kept, but not in English, so nothing was read out of it: ${answer.not_read.join(', ')}`,
      )
    : null,
];

export function takeDrops() {
  const has = (event) => [...(event.dataTransfer?.types ?? [])].includes('Files');
  addEventListener('dragover', (event) => {
    if (!has(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener(
    'dragleave',
    (event) => event.relatedTarget || document.body.classList.remove('dropping'),
  );
  addEventListener('drop', (event) => {
    if (!has(event)) return;
    event.preventDefault();
    document.body.classList.remove('dropping');
    openAdd([...event.dataTransfer.files]);
  });
  addEventListener('paste', (event) => {
    const files = [...(event.clipboardData?.files ?? [])];
    if (files.length && !document.querySelector('dialog')) openAdd(files);
  });
}
