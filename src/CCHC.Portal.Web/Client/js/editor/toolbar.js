// The fixed row of buttons over the text, in the words officials know from Word.
import { toggleMark } from 'prosemirror-commands';
import { redo, undo } from 'prosemirror-history';
import { liftListItem, sinkListItem } from 'prosemirror-schema-list';
import { make } from './dialog.js';
import { schema } from './schema.js';
import * as verbs from './verbs.js';

const { nodes, marks } = schema;
const SVG = 'http://www.w3.org/2000/svg';

function icon(sprite, name) {
  const svg = document.createElementNS(SVG, 'svg'), use = document.createElementNS(SVG, 'use');
  svg.setAttribute('class', 'i');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `${sprite}#${name}`);
  svg.append(use);
  return svg;
}

const hasMark = type => state => {
  const { from, to, empty, $from } = state.selection;
  return empty ? !!type.isInSet(state.storedMarks ?? $from.marks()) : state.doc.rangeHasMark(from, to, type);
};
const inHeading = level => state => state.selection.$from.parent.type === nodes.heading && state.selection.$from.parent.attrs.level === level;
const inBlock = type => state => !!verbs.around(state, type);

/** Commands are (state, dispatch, view); other verbs take the view and answer for themselves. */
const command = (label, name, run, on, key) => ({ label, name, on, key, run: view => { run(view.state, view.dispatch, view); view.focus(); }, can: view => run(view.state) });
const verb = (label, name, run, on) => ({ label, name, run, on });

const usual = () => [
  command('Tiêu đề mục', 'text-h-two', verbs.heading(2), inHeading(2)),
  command('Tiêu đề nhỏ', 'text-h-three', verbs.heading(3), inHeading(3)),
  command('Đậm', 'text-b', toggleMark(marks.strong), hasMark(marks.strong), 'Ctrl+B'),
  command('Nghiêng', 'text-italic', toggleMark(marks.em), hasMark(marks.em), 'Ctrl+I'),
  null,
  command('Danh sách', 'list-bullets', verbs.list(nodes.bullet_list), inBlock(nodes.bullet_list)),
  command('Danh sách số', 'list-numbers', verbs.list(nodes.ordered_list), inBlock(nodes.ordered_list)),
  command('Trích dẫn', 'quotes', verbs.quote, inBlock(nodes.blockquote)),
  null,
  verb('Liên kết', 'link', verbs.link, hasMark(marks.link)),
  verb('Ảnh', 'image', verbs.picture, state => !!verbs.chosen(state, nodes.image)),
  verb('Bảng', 'table', verbs.table, inBlock(nodes.table)),
];

const more = all => [
  ['Khung lưu ý', verbs.callout('note')],
  ['Khung cảnh báo', verbs.callout('warn')],
  ['Chú thích cuối trang', verbs.footnote],
  ['Tiêu đề nhỏ hơn (cấp 4)', view => { verbs.heading(4)(view.state, view.dispatch, view); view.focus(); }],
  ['Đường dây nóng', verbs.embed({ kind: 'hotline', title: 'đường dây nóng', all })],
  ['Nơi liên hệ, Một cửa', verbs.embed({ kind: 'contact', title: 'nơi liên hệ', all })],
  ['Thủ tục, hướng dẫn', verbs.embed({ kind: 'procedure', title: 'thủ tục', all })],
  ['Video', verbs.embed({ kind: 'video', title: 'video', file: true })],
  ['Âm thanh', verbs.embed({ kind: 'audio', title: 'âm thanh', file: true })],
];

/** What can be done just here: in a table, a call-out, a list, on a picture. */
const here = [
  [state => verbs.isInTable(state), [['Thêm dòng', verbs.addRowAfter], ['Thêm cột', verbs.addColumnAfter], ['Xóa dòng', verbs.deleteRow], ['Xóa cột', verbs.deleteColumn], ['Xóa bảng', verbs.deleteTable]]],
  [inBlock(nodes.list_item), [['Thụt vào', sinkListItem(nodes.list_item)], ['Đưa ra', liftListItem(nodes.list_item)]]],
  [inBlock(nodes.callout), [['Thành lưu ý', null, verbs.callout('note')], ['Thành cảnh báo', null, verbs.callout('warn')], ['Bỏ khung', null, verbs.unframe]]],
  [state => !!verbs.chosen(state, nodes.image), [['Sửa mô tả, chú thích ảnh', null, verbs.picture]]],
  [state => !!verbs.chosen(state, nodes.raw), [['Sửa bảng có ô gộp', null, verbs.rawBlock]]],
];

function arrows(bar) {
  const stops = () => [...bar.querySelectorAll('button,summary')].filter(stop => stop.offsetParent && !stop.closest('details:not([open]) > :not(summary)'));
  bar.addEventListener('keydown', event => {
    const all = stops(), at = all.indexOf(document.activeElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length].focus();
  });
  bar.addEventListener('focusin', event => stops().forEach(stop => { stop.tabIndex = stop === event.target ? 0 : -1; }));
  [...bar.querySelectorAll('button,summary')].forEach((stop, at) => { stop.tabIndex = at === 0 ? 0 : -1; });
}

/** The bar, and what keeps it in step with the cursor. `view` is asked for when it is needed. */
export function toolbar({ view, sprite, all, label }) {
  const button = ({ label: name, name: sign, run, key }) => {
    const made = make('button', { type: 'button', class: 'tb-b', title: key ? `${name} (${key})` : name }, icon(sprite, sign), make('span', { class: 'sr' }, name));
    made.addEventListener('click', () => run(view()));
    return made;
  };
  const rows = usual().map(one => one && { ...one, button: button(one) });
  const menu = make('details', { class: 'ins' }, make('summary', { class: 'tb-b tb-w' }, icon(sprite, 'plus'), 'Chèn', icon(sprite, 'caret-down')),
    make('ul', {}, ...more(all).map(([name, run]) => {
      const entry = make('button', { type: 'button' }, name);
      entry.addEventListener('click', () => { menu.open = false; run(view()); });
      return make('li', {}, entry);
    })));
  const back = button({ label: 'Hoàn tác', name: 'arrow-u-up-left', key: 'Ctrl+Z', run: at => { undo(at.state, at.dispatch); at.focus(); } });
  const forth = button({ label: 'Làm lại', name: 'arrow-u-up-right', key: 'Ctrl+Y', run: at => { redo(at.state, at.dispatch); at.focus(); } });
  const close = event => { if (menu.open && (event.key === 'Escape' || (event.type === 'click' && !menu.contains(event.target)))) { menu.open = false; if (event.key) menu.firstChild.focus(); } };
  document.addEventListener('click', close);
  document.addEventListener('keydown', close);
  const bar = make('div', { class: 'rte-t', role: 'toolbar', 'aria-label': `Định dạng: ${label}` },
    ...rows.map(one => one ? one.button : make('i')), menu, make('i'), back, forth);
  const extra = make('div', { class: 'rte-x', hidden: true, role: 'group', 'aria-label': 'Với phần đang chọn' });
  let shown = null;
  arrows(bar);

  function renew(state) {
    for (const one of rows) if (one?.on) one.button.setAttribute('aria-pressed', one.on(state) ? 'true' : 'false');
    back.disabled = !undo(state);
    forth.disabled = !redo(state);
    const choices = here.filter(([fits]) => fits(state)).flatMap(([, entries]) => entries);
    const key = choices.map(([name]) => name).join();
    if (key === shown) return;
    shown = key;
    extra.hidden = choices.length === 0;
    extra.replaceChildren(...choices.map(([name, run, open]) => {
      const entry = make('button', { type: 'button', class: 'lk' }, name);
      entry.addEventListener('click', () => { const at = view(); if (open) open(at); else { run(at.state, at.dispatch); at.focus(); } });
      return entry;
    }));
  }
  return { bar, extra, renew };
}
