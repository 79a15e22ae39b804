// What a text may hold, as the editor sees it. Whatever the portal's Markdown knows has a node here, so that nothing is lost.
import { Schema } from 'prosemirror-model';
import { tableNodes } from 'prosemirror-tables';

const PICTURES = '/quan-tri/noi-dung/anh/';
const nameOf = src => src.replace(/^media:/, '');

/** Where the editor shows a picture of the library: only by its name, never an address elsewhere. */
export const pictureAddress = src => /^[a-zA-Z0-9._-]{1,120}$/.test(nameOf(src)) ? PICTURES + nameOf(src) : '';

const callouts = { note: 'Lưu ý', warn: 'Cảnh báo' };
const embeds = { hotline: 'Đường dây nóng', contact: 'Nơi liên hệ', procedure: 'Thủ tục', video: 'Video', audio: 'Âm thanh' };
export const embedName = kind => embeds[kind] ?? kind;

const table = tableNodes({
  tableGroup: 'block',
  cellContent: 'paragraph',
  cellAttributes: {
    align: {
      default: null,
      getFromDOM: cell => cell.getAttribute('data-align') || (cell.style.textAlign === 'right' ? 'right' : null),
      setDOMAttr: (value, attrs) => { if (value) attrs['data-align'] = value; },
    },
  },
});

const block = (tag, more) => ({ content: 'inline*', group: 'block', parseDOM: [{ tag }], toDOM: () => [tag, 0], ...more });

const heading = {
  attrs: { level: { default: 2 } },
  content: '(text | image | footnote_ref | embed_inline)*', group: 'block', defining: true,
  // The page's own title is h1: what is pasted as one becomes a section.
  parseDOM: [1, 2, 3, 4, 5, 6].map(level => ({ tag: `h${level}`, attrs: { level: Math.min(4, Math.max(2, level)) } })),
  toDOM: node => [`h${node.attrs.level}`, 0],
};

const nodes = {
  doc: { content: 'block+' },
  paragraph: block('p'),
  heading,
  blockquote: { content: 'block+', group: 'block', defining: true, parseDOM: [{ tag: 'blockquote' }], toDOM: () => ['blockquote', 0] },
  horizontal_rule: { attrs: { markup: { default: '---' } }, group: 'block', parseDOM: [{ tag: 'hr' }], toDOM: () => ['hr'] },
  code_block: {
    attrs: { params: { default: '' } }, content: 'text*', marks: '', group: 'block', code: true, defining: true,
    parseDOM: [{ tag: 'pre', preserveWhitespace: 'full' }], toDOM: () => ['pre', ['code', 0]],
  },
  ordered_list: {
    attrs: { order: { default: 1 }, tight: { default: true } }, content: 'list_item+', group: 'block',
    parseDOM: [{ tag: 'ol', getAttrs: dom => ({ order: dom.hasAttribute('start') ? +dom.getAttribute('start') : 1 }) }],
    toDOM: node => ['ol', node.attrs.order === 1 ? {} : { start: node.attrs.order }, 0],
  },
  bullet_list: { attrs: { bullet: { default: '-' }, tight: { default: true } }, content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
  list_item: { content: 'block+', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
  callout: {
    attrs: { kind: { default: 'note' } }, content: 'callout_title block+', group: 'block', defining: true,
    parseDOM: [{ tag: 'div[data-callout]', getAttrs: dom => ({ kind: dom.dataset.callout }) }],
    toDOM: node => ['div', { class: node.attrs.kind === 'warn' ? 'callout warn' : 'callout', 'data-callout': node.attrs.kind, 'aria-label': callouts[node.attrs.kind] ?? node.attrs.kind }, 0],
  },
  callout_title: { content: 'text*', marks: '', defining: true, parseDOM: [{ tag: 'p.callout-t', priority: 60 }], toDOM: () => ['p', { class: 'callout-t', 'data-empty': 'Tiêu đề của khung' }, 0] },
  embed: {
    attrs: { kind: {}, key: {} }, group: 'block', atom: true, draggable: true,
    parseDOM: [{ tag: 'div[data-embed]', getAttrs: dom => ({ kind: dom.dataset.embed, key: dom.dataset.key }) }],
    toDOM: node => ['div', { class: 'card-e', 'data-embed': node.attrs.kind, 'data-key': node.attrs.key }, ['b', embedName(node.attrs.kind)], ['span', node.attrs.key]],
  },
  raw: {
    attrs: { text: {} }, group: 'block', atom: true,
    parseDOM: [{ tag: 'pre[data-raw]', priority: 60, preserveWhitespace: 'full', getAttrs: dom => ({ text: dom.textContent }) }],
    toDOM: node => ['pre', { class: 'raw-e', 'data-raw': '' }, node.attrs.text],
  },
  footnote_def: {
    attrs: { label: {} }, content: 'block+', group: 'block', defining: true,
    parseDOM: [{ tag: 'div[data-footnote]', getAttrs: dom => ({ label: dom.dataset.footnote }) }],
    toDOM: node => ['div', { class: 'fn-e', 'data-footnote': node.attrs.label }, 0],
  },
  ...table,
  text: { group: 'inline' },
  image: {
    inline: true, group: 'inline', draggable: true,
    attrs: { src: {}, alt: { default: '' }, title: { default: '' } },
    parseDOM: [{ tag: 'img[data-src]', getAttrs: dom => ({ src: dom.dataset.src, alt: dom.alt, title: dom.title }) }],
    toDOM: ({ attrs }) => ['span', { class: attrs.alt ? 'pic-e' : 'pic-e bad' },
      ['img', { src: pictureAddress(attrs.src), alt: attrs.alt, 'data-src': attrs.src, ...(attrs.title && { title: attrs.title }) }],
      ['span', { class: 'cap-e' }, attrs.title || (attrs.alt ? '' : 'Ảnh chưa có mô tả')]],
  },
  hard_break: { inline: true, group: 'inline', selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
  footnote_ref: {
    inline: true, group: 'inline', atom: true, attrs: { label: {} },
    parseDOM: [{ tag: 'sup[data-ref]', getAttrs: dom => ({ label: dom.dataset.ref }) }],
    toDOM: node => ['sup', { class: 'ref-e', 'data-ref': node.attrs.label }, node.attrs.label],
  },
  embed_inline: {
    inline: true, group: 'inline', atom: true, attrs: { kind: {}, key: {} },
    parseDOM: [{ tag: 'span[data-number]', getAttrs: dom => ({ kind: dom.dataset.number, key: dom.dataset.key }) }],
    toDOM: node => ['span', { class: 'num-e', 'data-number': node.attrs.kind, 'data-key': node.attrs.key }, `${embedName(node.attrs.kind)}: ${node.attrs.key}`],
  },
};

const mark = (tag, others = []) => ({ parseDOM: [tag, ...others].map(one => ({ tag: one })), toDOM: () => [tag, 0] });
const safe = /^(https?:|mailto:|tel:|\/(?!\/)|#)/i;

const marks = {
  link: {
    attrs: { href: {}, title: { default: null } }, inclusive: false,
    parseDOM: [{ tag: 'a[href]', getAttrs: dom => safe.test(dom.getAttribute('href')) ? { href: dom.getAttribute('href'), title: dom.getAttribute('title') } : false }],
    toDOM: node => ['a', { href: node.attrs.href }, 0],
  },
  em: { ...mark('em', ['i']), parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }] },
  strong: { ...mark('strong'), parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: dom => dom.style.fontWeight !== 'normal' && null }, { style: 'font-weight=bold' }, { style: 'font-weight', getAttrs: value => /^[6-9]00$/.test(value) && null }] },
  strike: mark('del', ['s', 'strike']),
  sub: { ...mark('sub'), excludes: 'sup' },
  sup: { toDOM: () => ['sup', 0], parseDOM: [{ tag: 'sup:not([data-ref])' }] },
  highlight: mark('mark'),
  code: mark('code'),
};

export const schema = new Schema({ nodes, marks });
export const isSafeAddress = address => safe.test(address);
