// One Markdown field: the text area stays and holds what is posted; over it stands the editor.
import { baseKeymap, chainCommands, exitCode, toggleMark } from 'prosemirror-commands';
import { dropCursor } from 'prosemirror-dropcursor';
import { gapCursor } from 'prosemirror-gapcursor';
import { history, redo, undo } from 'prosemirror-history';
import { inputRules, textblockTypeInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { DOMParser as FromPage, Fragment, Slice } from 'prosemirror-model';
import { liftListItem, sinkListItem, splitListItem } from 'prosemirror-schema-list';
import { EditorState, Plugin } from 'prosemirror-state';
import { goToNextCell, tableEditing } from 'prosemirror-tables';
import { EditorView } from 'prosemirror-view';
import { make } from './dialog.js';
import { clean } from './paste.js';
import { read } from './read.js';
import { embedName, schema } from './schema.js';
import { toolbar } from './toolbar.js';
import * as verbs from './verbs.js';
import { memoryOf, write } from './write.js';

const { nodes, marks } = schema;

const lineBreak = (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
  return true;
};
const fromTitle = (state, dispatch) => {
  const { $from } = state.selection;
  if ($from.parent.type !== nodes.callout_title) return false;
  const at = $from.after();
  dispatch?.(state.tr.setSelection(state.selection.constructor.near(state.doc.resolve(at + 1))).scrollIntoView());
  return true;
};
// Enter in a table goes down the cells, as in Word; a cell holds one line.
const inTable = run => (state, dispatch) => verbs.isInTable(state) && run(state, dispatch);

const keys = () => [
  keymap({
    'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo,
    'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-k': (_, __, view) => { verbs.link(view); return true; },
    Enter: chainCommands(fromTitle, inTable(state => state.selection.empty), splitListItem(nodes.list_item)),
    Tab: chainCommands(goToNextCell(1), sinkListItem(nodes.list_item)), 'Shift-Tab': chainCommands(goToNextCell(-1), liftListItem(nodes.list_item)),
    'Shift-Enter': chainCommands(exitCode, inTable(() => true), fromTitle, lineBreak),
  }),
  keymap(baseKeymap),
];

const rules = () => inputRules({ rules: [
  textblockTypeInputRule(/^(#{2,4})\s$/, nodes.heading, match => ({ level: match[1].length })),
  wrappingInputRule(/^\s*([-*])\s$/, nodes.bullet_list, () => ({ bullet: '-' })),
  wrappingInputRule(/^(\d{1,4})\.\s$/, nodes.ordered_list, match => ({ order: +match[1] }), (match, node) => node.childCount + node.attrs.order === +match[1]),
  wrappingInputRule(/^>\s$/, nodes.blockquote),
] });

/** Plain text keeps its lines: an empty one ends a paragraph, another breaks the line. */
function plainText(text, $context) {
  const parts = text.replace(/\r\n?/g, '\n').normalize('NFC').split(/\n{2,}/);
  const inline = part => part.split('\n').flatMap((line, at) => [...(at > 0 ? [nodes.hard_break.create()] : []), ...(line ? [schema.text(line)] : [])]);
  if (verbs.isInTable({ selection: { $head: $context } }) || parts.length === 1) return new Slice(Fragment.from(inline(parts[0])), 0, 0);
  return new Slice(Fragment.from(parts.map(part => nodes.paragraph.create(null, inline(part)))), 1, 1);
}

/** Cards show what they stand for, once its name is known. */
const cards = all => ({
  embed: node => {
    const words = make('span', {}, node.attrs.key);
    if (!['video', 'audio'].includes(node.attrs.kind)) {
      all().then(list => {
        const found = list.find(one => one.kind === node.attrs.kind && one.key === node.attrs.key);
        words.textContent = found ? `${found.title}${found.words ? ` · ${found.words}` : ''}` : `${node.attrs.key} (không có hoặc đã gỡ)`;
      });
    }
    return { dom: make('div', { class: 'card-e', 'data-embed': node.attrs.kind, 'data-key': node.attrs.key }, make('b', {}, embedName(node.attrs.kind)), words) };
  },
  embed_inline: node => {
    const dom = make('span', { class: 'num-e', title: `Số của ${node.attrs.key}, luôn theo danh bạ` }, node.attrs.key);
    all().then(list => { dom.textContent = list.find(one => one.kind === node.attrs.kind && one.key === node.attrs.key)?.phone ?? node.attrs.key; });
    return { dom };
  },
});

const isEmpty = doc => doc.childCount === 1 && doc.firstChild.type === nodes.paragraph && doc.firstChild.childCount === 0;

export function enhance(area, { sprite, all }) {
  const label = document.querySelector(`label[for="${CSS.escape(area.id)}"]`);
  if (label) label.id ||= `${area.id}-l`;
  let memory, view, written = area.value;

  function start(text) {
    const found = read(text);
    memory = memoryOf(found);
    return EditorState.create({ doc: found.doc, plugins: [rules(), ...keys(), history(), dropCursor(), gapCursor(), tableEditing(), new Plugin({ view: () => ({ update: at => tools.renew(at.state) }) })] });
  }

  const frame = make('div', { class: 'rte' });
  const note = make('p', { class: 'meta rte-n', role: 'status', hidden: true });
  const tools = toolbar({ view: () => view, sprite, all, label: label?.textContent ?? '' });
  const turn = make('button', { type: 'button', class: 'lk' });
  const hint = document.getElementById(`${area.id}-h`);
  frame.append(tools.bar, tools.extra);
  area.before(frame);
  area.after(note, turn);

  view = new EditorView(frame, {
    state: start(area.value),
    attributes: state => ({ class: isEmpty(state.doc) ? 'rte-c prose unwritten' : 'rte-c prose', 'data-hint': area.placeholder, role: 'textbox', 'aria-multiline': 'true', 'aria-labelledby': label?.id ?? '', ...(area.getAttribute('aria-invalid') && { 'aria-invalid': 'true' }) }),
    nodeViews: cards(all),
    clipboardTextParser: plainText,
    transformPastedHTML: html => {
      if (/data-pm-slice/.test(html)) return html;
      const { html: cleaned, pictures } = clean(html);
      if (pictures) say(`${pictures} ảnh trong phần dán không đi theo được. Hãy tải ảnh lên thư viện rồi chèn.`);
      return cleaned;
    },
    handleDoubleClickOn: (_, __, node) => {
      if (node.type === nodes.image) verbs.picture(view);
      else if (node.type === nodes.raw) verbs.rawBlock(view);
      else return false;
      return true;
    },
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      if (!tr.docChanged) return;
      area.value = written = memory(view.state.doc);
      area.dispatchEvent(new Event('input', { bubbles: true }));
    },
  });
  tools.renew(view.state);

  function say(words) {
    note.textContent = words;
    note.hidden = false;
  }

  function show(rich) {
    if (rich && area.value !== written) renew();
    frame.hidden = !rich;
    turn.textContent = rich ? 'Sửa dạng Markdown' : 'Sửa dạng văn bản';
    if (hint) hint.hidden = rich;   // it tells the marks of Markdown
    area.classList.toggle('sr', rich);
    area.toggleAttribute('aria-hidden', rich);
    if (rich) area.setAttribute('aria-hidden', 'true');
    area.tabIndex = rich ? -1 : 0;
    // One control answers to the label at a time.
    if (rich) label?.removeAttribute('for'); else label?.setAttribute('for', area.id);
    if (document.activeElement !== document.body) (rich ? view : area).focus();
  }

  function renew() {
    written = area.value;
    view.updateState(start(area.value));
    tools.renew(view.state);
  }

  turn.addEventListener('click', () => show(frame.hidden));
  label?.addEventListener('click', () => { if (!frame.hidden) view.focus(); });
  area.addEventListener('focus', () => { if (!frame.hidden) view.focus(); });
  // Somebody else wrote into the field: a draft that was restored.
  for (const event of ['input', 'change']) area.addEventListener(event, () => { if (!frame.hidden && area.value !== written) renew(); });
  // In the Markdown view what is pasted arrives as Markdown.
  area.addEventListener('paste', event => {
    const html = event.clipboardData?.getData('text/html');
    if (!html) return;
    const body = new DOMParser().parseFromString(clean(html).html, 'text/html').body;
    const text = write(FromPage.fromSchema(schema).parse(body));
    if (!text.trim()) return;
    event.preventDefault();
    area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  });
  show(true);
  return view;
}
