// SPDX-License-Identifier: Apache-2.0
// The article, with what was read out of it in the margin; made to be gone through by keyboard.
import {Text} from '../core/codepoints.js';
import {isOpen, isUnsure, queueOf, stepFrom, stepSorted} from '../core/queue.js';
import {parseRoute, routeText} from '../core/route.js';
import {blockAt, blocksOf, piecesOf, spansByBlock} from '../core/segments.js';
import {counted, dayText, failureText, kindOf} from '../core/words.js';
import {store} from '../data/store.js';
import {bdi, button, h, heard, isWriting, names, show, to} from '../parts/dom.js';
import {signed} from '../parts/dialogs.js';
import {confirm, edit, judgeButtons, reject, statusMark} from '../parts/judge.js';
import {note} from '../parts/notes.js';
import {merge, split} from '../parts/regroup.js';
import {documentList} from './articles.js';
import {noteMore, noteWords} from './margin.js';

export const title = 'Read';

const FEW = 150; // blocks that are drawn at once
let onlyOpen = true,
  unsureFirst = false;

export function mount(main, route) {
  let data = null,
    text = null,
    queue = [],
    active = null,
    marks = new Map(),
    notes = new Map(),
    wantedId = null,
    chosenDoc = null;
  let places = new Map(),
    homes = new Map(),
    heights = new Map(),
    near = null,
    fill = () => {}; // of the items; of the blocks
  const list = documentList((document) => document.id === chosenDoc);
  const article = h('article', {class: 'article', 'aria-label': 'Article'}),
    bar = h('div', {class: 'actionbar', role: 'toolbar', 'aria-label': 'The item at hand'});
  const desk = h('div', {class: 'desk'}, article, bar);
  show(main, h('h2', {class: 'heard'}, title), h('div', {class: 'reading'}, list.side, desk));

  async function follow(next) {
    let [doc, item = null] = next.parts;
    if (doc === 'item' && item) {
      const trail = await store.get('trail/' + item);
      return location.replace(routeText('read', [trail.documents[0]?.id ?? '', item]));
    }
    main.classList.toggle('opened', Boolean(doc));
    if (!doc) return openFirst();
    if (doc !== chosenDoc) {
      wantedId = item;
      chosenDoc = doc;
      data = null;
      active = null;
      await read(true);
    } else if (places.has(item) && item !== active) choose(item, true);
  }

  async function openFirst() {
    chosenDoc = null;
    bar.hidden = true;
    const first = await store.get('documents', {suggested: 1, count: 1});
    const one = first.documents[0] ?? (await store.get('documents', {count: 1})).documents[0];
    if (!one)
      return show(
        article,
        h(
          'p',
          {class: 'none'},
          'The case holds no article yet. Drop files anywhere on this page, or use “Add”.',
        ),
      );
    if (matchMedia('(min-width: 56.01rem)').matches) location.replace(routeText('read', [one.id]));
    else show(article, h('p', {class: 'none'}, 'Choose an article.'));
  }

  async function read(fresh = false) {
    if (!chosenDoc) return;
    const doc = chosenDoc,
      answer = await store.get('documents/' + doc);
    if (doc !== chosenDoc || (data && answer.log < data.log)) return;
    data = answer;
    if (fresh || !text || text.text !== data.document.text) {
      text = new Text(data.document.text);
      fresh = true;
      heights = new Map();
    }
    draw(fresh);
  }

  const seenAll = (items) => items.map((item) => store.seen(item));

  function draw(fresh) {
    queue = queueOf({
      statements: seenAll(data.statements),
      positions: seenAll(data.positions),
      meetings: seenAll(data.meetings),
      clauses: seenAll(data.clauses),
      levers: seenAll(data.levers),
    });
    places = new Map(queue.map((one, i) => [one.id, i]));
    const top = scrollY,
      held = article.contains(document.activeElement);
    drawArticle();
    const doubtful = unsureFirst ? queue.find((one) => isOpen(one) && isUnsure(one)) : null;
    const first =
      wantedId ?? active ?? doubtful?.id ?? queue.find(isOpen)?.id ?? queue[0]?.id ?? null;
    wantedId = null;
    choose(queue.some((one) => one.id === first) ? first : (queue[0]?.id ?? null), fresh);
    if (!fresh) scrollTo(scrollX, top);
    if (held) notes.get(active)?.focus({preventScroll: true});
    list.mark();
  }

  // The article -----------------------------------------------------------------------------------------------------

  // Of a long article only what is near the window is filled in; the rest keeps its place.
  function drawArticle() {
    const {document: card} = data;
    const blocks = blocksOf(text, card.noise, card.noise_kinds, card.headings);
    marks = new Map();
    notes = new Map();
    const margin = membersByBlock(blocks),
      spans = spansByBlock(blocks, allSpans());
    const rooms = blocks.map((block, i) =>
      block.kind === 'noise' ? noiseBlock(block) : h('div', {class: 'para', 'data-block': i}),
    );
    near?.disconnect();
    fill = (i) => {
      if (!rooms[i] || rooms[i].firstChild || blocks[i].kind === 'noise') return;
      show(
        rooms[i],
        h(
          blocks[i].kind === 'heading' ? 'h4' : 'p',
          {class: 'words', dir: 'auto'},
          pieces(blocks[i], spans[i]),
        ),
        h(
          'div',
          {class: 'margin'},
          margin[i].map((members) => h('div', {class: 'group'}, members.map(drawNote))),
        ),
      );
      rooms[i].style.minHeight = '';
    };
    if (blocks.length > FEW) lazily(blocks, rooms);
    else blocks.forEach((_, i) => fill(i));
    show(article, head(card), rooms);
  }

  function lazily(blocks, rooms) {
    for (const [i, block] of blocks.entries())
      if (block.kind !== 'noise')
        rooms[i].style.minHeight =
          (heights.get(i) ?? 40 + 28 * Math.ceil((block.end - block.begin) / 62)) + 'px';
    near = new IntersectionObserver(
      (seen) => {
        for (const one of seen) {
          const i = Number(one.target.dataset.block);
          if (one.isIntersecting) fill(i);
          else if (one.target.firstChild) heights.set(i, one.boundingClientRect.height);
        }
      },
      {rootMargin: '1200px 0px'},
    );
    for (const room of rooms) if (room.dataset.block) near.observe(room);
  }

  function allSpans() {
    const live = data.statements.filter((one) => one.review.status !== 'rejected');
    return [
      ...data.document.noise.map((span) => ({id: 'noise', span})),
      ...live.flatMap((one) => [
        ...one.source.map((span) => ({id: 'source', span})),
        ...one.cue.map((span) => ({id: 'cue', span})),
      ]),
      ...queue.flatMap((one) =>
        one.item.review.status === 'rejected' ? [] : one.spans.map((span) => ({id: one.id, span})),
      ),
    ];
  }

  function head(card) {
    const done = queue.filter((one) => !isOpen(one)).length;
    return h(
      'header',
      {class: 'head'},
      to(routeText('read'), {class: 'back'}, '← All articles'),
      h('p', {class: 'kicker'}, [
        bdi(card.outlet || 'outlet not stated'),
        ' · ',
        dayText(card.date),
        ' · ',
        card.id,
      ]),
      h('h3', {dir: 'auto'}, bdi(card.title || card.name)),
      h(
        'p',
        {class: 'fine'},
        card.title ? bdi(card.name) : null,
        card.same_account_as
          ? [
              ' · prints the same report as ',
              to(routeText('read', [card.same_account_as]), {}, card.same_account_as),
            ]
          : null,
      ),
      h(
        'p',
        {class: 'progress'},
        h('progress', {
          max: Math.max(queue.length, 1),
          value: done,
          'aria-label': 'Items looked at',
        }),
        ` ${done} of ${counted(queue.length, 'item')} looked at `,
        button('Edit title, outlet, date', () => edit(card, data.log), {class: 'quiet'}),
      ),
    );
  }

  function noiseBlock(block) {
    const summary = `${counted(block.lines.length, 'line')} not read: ${block.words.join(', ')}`;
    return h(
      'details',
      {class: 'noise'},
      h('summary', {}, summary),
      block.lines.map(([b, e]) => h('p', {dir: 'auto'}, text.slice(b, e))),
    );
  }

  function pieces(block, spans) {
    return piecesOf(block.begin, block.end, spans).map((piece) => {
      const ids = piece.ids.filter((id) => /^[spmcl]\d/.test(id)),
        words = text.slice(piece.begin, piece.end);
      const kinds = [...new Set(ids.map((id) => 'k-' + id[0]))];
      const names = [
        ...kinds,
        ...piece.ids
          .filter((id) => ['noise', 'source', 'cue'].includes(id))
          .map((id) => 'is-' + id),
        ids.some((id) => isOpen(queue[indexOf(id)])) ? 'open' : '',
        ids.includes(active) ? 'on' : '',
      ].filter(Boolean);
      const element = h(
        ids.length ? 'mark' : 'span',
        {
          class: names.join(' ') || null,
          'data-begin': piece.begin,
          on: ids.length
            ? {click: () => getSelection().isCollapsed && choose(ids.at(-1), false)}
            : {},
        },
        words,
      );
      for (const id of ids) marks.set(id, [...(marks.get(id) ?? []), element]);
      return element;
    });
  }

  // The margin ------------------------------------------------------------------------------------------------------

  function membersByBlock(blocks) {
    const out = blocks.map(() => []),
      groups = new Map();
    for (const one of queue) {
      const members = groups.get(one.group) ?? [];
      members.push(one);
      groups.set(one.group, members);
    }
    const readable = blocks
      .map((block, i) => (block.kind === 'noise' ? -1 : i))
      .filter((i) => i >= 0);
    homes = new Map();
    for (const members of groups.values()) {
      const at = blockAt(blocks, members[0].begin);
      const i =
        blocks[at]?.kind !== 'noise' && at < blocks.length
          ? at
          : (readable.findLast((one) => one < at) ?? readable[0]);
      if (i === undefined) continue;
      out[i].push(members);
      for (const one of members) homes.set(one.id, i);
    }
    return out;
  }

  function drawNote(one) {
    const {item} = one;
    const element = h(
      'div',
      {
        class: [
          'note-item',
          'of-' + one.kind,
          item.review.status,
          item.pending ? 'pending' : '',
        ].join(' '),
        id: 'item-' + one.id,
        tabindex: '-1',
        'data-item': one.id,
        role: 'group',
        'aria-label': `${kindOf(one.id)} ${one.id}`,
        'aria-current': one.id === active ? 'true' : null,
        on: {
          click: (event) => event.target.closest('button, a') || choose(one.id, false),
          focus: () => choose(one.id, false),
        },
      },
      h(
        'p',
        {class: 'line'},
        h('span', {class: 'end'}, statusMark(item.review), h('span', {class: 'nr'}, one.id)),
        noteWords(one),
      ),
      noteMore(one),
      h('div', {class: 'acts'}, judgeButtons(item, data.log, {tabindex: '-1'})),
    );
    notes.set(one.id, element);
    return element;
  }

  // The item at hand ------------------------------------------------------------------------------------------------

  const indexOf = (id) => places.get(id) ?? -1;
  const current = () => queue[indexOf(active)] ?? null;

  function choose(id, scroll) {
    for (const element of marks.get(active) ?? []) element.classList.remove('on');
    const before = notes.get(active);
    before?.removeAttribute('aria-current');
    before?.setAttribute('tabindex', '-1');
    active = id;
    fill(homes.get(id));
    for (const element of marks.get(id) ?? []) element.classList.add('on');
    const element = notes.get(id);
    element?.setAttribute('aria-current', 'true');
    element?.setAttribute('tabindex', '0');
    if (scroll && element) reveal(id);
    drawBar();
    if (id && chosenDoc && parseRoute(location.hash).parts[1] !== id)
      history.replaceState(null, '', routeText('read', [chosenDoc, id]));
  }

  // On the way to a far place blocks are filled in and push it on: look again until it stays.
  function reveal(id, turn = 0) {
    const element = notes.get(id),
      box = (marks.get(id)?.[0] ?? element)?.getBoundingClientRect();
    if (id !== active || !box) return;
    if (box.top < 130 || box.bottom > innerHeight * 0.72) {
      const top = box.top - innerHeight * 0.3,
        far = Math.abs(top) > 2 * innerHeight || turn > 0;
      const smooth = !far && matchMedia('(prefers-reduced-motion: no-preference)').matches;
      scrollBy({top, behavior: smooth ? 'smooth' : 'auto'});
      if (far && turn < 5) setTimeout(() => reveal(id, turn + 1), 120);
    }
    if (turn === 0 && !document.querySelector('dialog')) element.focus({preventScroll: true});
  }

  function drawBar() {
    const one = current();
    bar.hidden = !data;
    if (!data) return;
    const open = queue.filter(isOpen).length,
      unsure = queue.filter((each) => isOpen(each) && isUnsure(each)).length;
    show(
      bar,
      h(
        'span',
        {class: 'where', 'aria-live': 'polite'},
        one ? `${one.id}, ${indexOf(active) + 1} of ${queue.length}` : 'nothing was found here',
        `, ${open} open`,
        unsure ? `, ${unsure} of low confidence` : '',
      ),
      button([h('kbd', {}, 'k'), ' back', heard(' to the previous item')], () => move(-1), {
        class: 'quiet',
      }),
      button([h('kbd', {}, 'j'), ' next', heard(' item')], () => move(1), {class: 'quiet'}),
      one
        ? [
            button(
              [h('kbd', {}, '⏎'), ' Confirm', heard(' ' + one.id)],
              () => judgeHere('confirm'),
              {
                class: 'main',
              },
            ),
            button([h('kbd', {}, 'x'), ' Reject', heard(' ' + one.id)], () => judgeHere('reject')),
            button([h('kbd', {}, 'e'), ' Edit', heard(' ' + one.id)], () => judgeHere('edit')),
          ]
        : null,
      open === 0
        ? button([h('kbd', {}, 'n'), ' next article'], () => nextArticle(1), {class: 'main'})
        : null,
      h(
        'span',
        {class: 'rarer'},
        one && store.can('edit_span') && ['s', 'p'].includes(one.kind)
          ? button(
              [h('kbd', {}, 's'), ' span', heard(': the selected words are ' + one.id)],
              takeSelection,
              {class: 'quiet span'},
            )
          : null,
        one
          ? [
              button([h('kbd', {}, 'c'), ' Split', heard(' ' + one.id)], () => regroup(split), {
                class: 'quiet',
              }),
              button([h('kbd', {}, 'm'), ' Merge', heard(' ' + one.id)], () => regroup(merge), {
                class: 'quiet',
              }),
            ]
          : null,
        button([h('kbd', {}, 'f'), ' unsure first'], toggleUnsure, {
          class: 'quiet',
          'aria-pressed': String(unsureFirst),
        }),
        button([h('kbd', {}, 'a'), onlyOpen ? ' all' : ' only open'], toggleOpen, {
          class: 'quiet',
        }),
      ),
    );
  }

  function toggleOpen() {
    onlyOpen = !onlyOpen;
    drawBar();
  }

  function toggleUnsure() {
    unsureFirst = !unsureFirst;
    note(unsureFirst ? 'Low confidence comes first' : 'In the order of the text');
    if (unsureFirst) {
      const first = queue.find((one) => isOpen(one) && isUnsure(one));
      if (first) return choose(first.id, true);
    }
    drawBar();
  }

  const move = (step) => {
    const at = indexOf(active),
      wanted = onlyOpen ? isOpen : undefined;
    const next = unsureFirst
      ? stepSorted(queue, at, step, isUnsure, wanted)
      : stepFrom(queue, at, step, wanted);
    if (next !== at) choose(queue[next].id, true);
  };

  const regroup = (act) => {
    const one = current();
    if (one)
      act(
        one.item,
        queue.map((each) => each.item),
        data.log,
        selected(),
      );
  };

  const selected = () => {
    const selection = getSelection();
    return selection.rangeCount && article.contains(selection.anchorNode)
      ? selection.toString().trim()
      : '';
  };

  // What is judged is shown at once; the next one is at hand before the program has answered.
  async function judgeHere(verb, together = false) {
    const one = current();
    if (!one || !(await signed())) return;
    const items = together
      ? queue.filter((each) => each.group === one.group && isOpen(each)).map((each) => each.id)
      : [one.id];
    if (verb === 'confirm') {
      const open = together ? items : items.filter(() => one.item.review.status !== 'confirmed');
      const answer = open.length ? confirm(open, data.log) : null;
      move(1);
      return answer;
    }
    const answer = await (verb === 'reject'
      ? reject([one.id], data.log)
      : edit(one.item, data.log));
    if (answer && active === one.id) move(1);
  }

  function pointAt(node, offset) {
    const element = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node)?.closest?.(
      '[data-begin]',
    );
    if (!element || !article.contains(element)) return null;
    const before = node.nodeType === Node.TEXT_NODE ? node.data.slice(0, offset) : '';
    return Number(element.dataset.begin) + [...before].length;
  }

  async function takeSelection() {
    const one = current(),
      selection = getSelection();
    const range = selection.rangeCount && !selection.isCollapsed ? selection.getRangeAt(0) : null;
    const begin = range && pointAt(range.startContainer, range.startOffset),
      end = range && pointAt(range.endContainer, range.endOffset);
    if (!one || begin == null || end == null || begin >= end)
      return note('Select the words in the article first, then press s');
    if (!(await signed())) return;
    selection.removeAllRanges();
    store.judge('edit', [one.id], {
      fields: {[one.kind === 's' ? 'content' : 'evidence']: `${begin}..${end}`},
      why: 'span drawn anew',
      seen: data.log,
    });
  }

  async function nextArticle(step) {
    const beyond = {[step > 0 ? 'after' : 'before']: chosenDoc, count: 1};
    const doubtful = unsureFirst ? await store.get('documents', {...beyond, unsure: 1}) : null;
    const answer = doubtful?.documents.length
      ? doubtful
      : await store.get('documents', {...beyond, suggested: onlyOpen ? 1 : ''});
    if (answer.documents.length) location.hash = routeText('read', [answer.documents[0].id]);
    else
      note(
        step > 0 ? 'This is the last article with something to look at' : 'This is the first one',
      );
  }

  const KEYS = {
    j: () => move(1),
    ArrowDown: null,
    k: () => move(-1),
    x: () => judgeHere('reject'),
    e: () => judgeHere('edit'),
    s: takeSelection,
    a: toggleOpen,
    c: () => regroup(split),
    f: toggleUnsure,
    m: () => regroup(merge),
    n: () => nextArticle(1),
    b: () => nextArticle(-1),
  };
  function keys(event) {
    if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || !data) return;
    if (event.key === 'Enter') {
      if (event.target.closest('button, a, summary, .long')) return;
      event.preventDefault();
      judgeHere('confirm', event.shiftKey);
    } else if (KEYS[event.key]) {
      event.preventDefault();
      KEYS[event.key]();
    }
  }
  addEventListener('keydown', keys);

  const failed = (failure) => show(article, h('p', {class: 'none'}, failureText(failure)));
  follow(route).catch(failed);
  list.refresh();
  return {
    update: (next) => follow(next).catch(failed),
    refresh: () => Promise.all([read().catch(failed), list.refresh()]),
    patch: () => data && draw(false),
    leave: () => {
      near?.disconnect();
      removeEventListener('keydown', keys);
    },
  };
}
