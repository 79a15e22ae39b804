// What the editor shows → Markdown. A block nobody touched is written exactly as it was read.
import { MarkdownSerializer } from 'prosemirror-markdown';

const quoted = text => text.replace(/["\\]/g, '\\$&');
const oneLine = text => text.replace(/\s*\n\s*/g, ' ').trim();
const address = href => /[\s()<>]/.test(href) ? `<${href.replace(/[<>\n]/g, encodeURIComponent)}>` : href;

function list(state, node, indent, mark) {
  state.renderList(node, indent, mark);
}

/** One cell as the text between two bars. */
function cellText(state, cell) {
  const inner = new (state.constructor)(state.nodes, state.marks, state.options);
  inner.renderInline(cell.firstChild, false);
  return oneLine(inner.out.replace(/\\\n/g, ' ')).replace(/(?<!\\)\|/g, '\\|');
}

function table(state, node) {
  const rows = [];
  node.forEach(row => {
    const cells = [];
    row.forEach(cell => cells.push(cell));
    rows.push(cells);
  });
  const width = Math.max(...rows.map(row => row.length));
  const line = cells => `| ${Array.from({ length: width }, (_, at) => cells[at] ? cellText(state, cells[at]) || ' ' : ' ').join(' | ')} |`;
  const rule = Array.from({ length: width }, (_, at) => ({ right: '---:', center: ':---:' })[rows[0][at]?.attrs.align] ?? '---');
  // The first row is the head: without one Markdown has no table.
  [line(rows[0]), `| ${rule.join(' | ')} |`, ...rows.slice(1).map(line)].forEach((text, at, all) => {
    state.write(text);
    if (at < all.length - 1) state.ensureNewLine();
  });
  state.closeBlock(node);
}

function lines(state, node, texts) {
  texts.forEach((text, at) => {
    state.write(text);
    if (at < texts.length - 1) state.ensureNewLine();
  });
  state.closeBlock(node);
}

const nodes = {
  paragraph(state, node, parent) {
    // An empty paragraph has no Markdown, except where it keeps a list item or a quote in being.
    if (node.childCount === 0 && parent.type.name === 'doc') return;
    state.renderInline(node);
    state.closeBlock(node);
  },
  heading(state, node) {
    state.write(`${'#'.repeat(node.attrs.level)} `);
    state.renderInline(node, false);
    state.closeBlock(node);
  },
  blockquote(state, node) { state.wrapBlock('> ', null, node, () => state.renderContent(node)); },
  horizontal_rule(state, node) { state.write(node.attrs.markup); state.closeBlock(node); },
  code_block(state, node) {
    const fence = '`'.repeat(Math.max(3, ...(node.textContent.match(/`{3,}/g) ?? []).map(ticks => ticks.length + 1)));
    lines(state, node, [fence + node.attrs.params, ...node.textContent.replace(/\n$/, '').split('\n'), fence]);
  },
  bullet_list(state, node) { list(state, node, '  ', () => `${node.attrs.bullet} `); },
  ordered_list(state, node) {
    const width = String(node.attrs.order + node.childCount - 1).length + 2;
    list(state, node, ' '.repeat(width), at => `${node.attrs.order + at}. `.padEnd(width));
  },
  list_item(state, node) { state.renderContent(node); },
  callout(state, node) {
    const colons = ':'.repeat(2 + frames(node));   // the outer frame needs more colons than any within
    const title = oneLine(node.firstChild.textContent);
    state.write(`${colons} ${node.attrs.kind}${title ? ` ${title}` : ''}`);
    state.ensureNewLine();
    node.forEach((child, _, at) => { if (at > 0) state.render(child, node, at); });
    state.flushClose(1);
    state.write(colons);
    state.closeBlock(node);
  },
  callout_title() {},
  embed(state, node) { lines(state, node, [`::: ${node.attrs.kind} ${node.attrs.key}`, ':::']); },
  raw(state, node) { lines(state, node, node.attrs.text.replace(/\n+$/, '').split('\n')); },
  footnote_def(state, node) { state.wrapBlock('    ', `[^${node.attrs.label}]: `, node, () => state.renderContent(node)); },
  table,
  image(state, node) {
    const { src, alt, title } = node.attrs;
    state.write(`![${state.esc(alt)}](${address(src)}${title ? ` "${quoted(title)}"` : ''})`);
  },
  hard_break(state, node, parent, index) {
    for (let at = index + 1; at < parent.childCount; at++) if (parent.child(at).type !== node.type) return state.write('\\\n');
  },
  footnote_ref(state, node) { state.write(`[^${node.attrs.label}]`); },
  embed_inline(state, node) { state.write(`{{${node.attrs.kind}:${node.attrs.key}}}`); },
  text(state, node) { state.text(node.text); },
};

function frames(node) {
  let deepest = 0;
  node.forEach(child => { deepest = Math.max(deepest, frames(child)); });
  return deepest + (['callout', 'embed'].includes(node.type.name) ? 1 : 0);
}

const emphasis = sign => ({ open: sign, close: sign, mixable: true, expelEnclosingWhitespace: true });
const ticks = (node, side) => {
  const longest = Math.max(0, ...((node.text ?? '').match(/`+/g) ?? []).map(run => run.length));
  return longest === 0 ? '`' : side < 0 ? `${'`'.repeat(longest + 1)} ` : ` ${'`'.repeat(longest + 1)}`;
};

const marks = {
  em: emphasis('*'), strong: emphasis('**'), strike: emphasis('~~'),
  sub: emphasis('~'), sup: emphasis('^'), highlight: emphasis('=='),
  link: {
    open: '[', mixable: true,
    close: (_, mark) => `](${address(mark.attrs.href)}${mark.attrs.title ? ` "${quoted(mark.attrs.title)}"` : ''})`,
  },
  code: {
    open: (_, _mark, parent, index) => ticks(parent.child(index), -1),
    close: (_, _mark, parent, index) => ticks(parent.child(index - 1), 1),
    escape: false,
  },
};

// Besides what CommonMark gives a meaning to: sub- and superscript, highlighting, embedded numbers, call-outs, entities.
const serializer = new MarkdownSerializer(nodes, marks, { escapeExtraCharacters: /[\^<]|&(?=[#a-zA-Z])|=(?==)|\{(?=\{)|^(:(?=::)|[+|=-](?=[-=|+ ]|$))/g });

export const write = doc => serializer.serialize(doc);

/** Remembers how each block of a document was written, and writes it so again as long as nobody touches it. */
export function memoryOf({ doc, lines, spans }) {
  const slices = new Map();
  (spans ?? []).forEach(([from, to], at) => {
    let end = to;
    while (end > from + 1 && lines[end - 1].trim() === '') end--;
    slices.set(doc.child(at), { at, from, to: end });
  });
  const gap = (from, to) => lines.slice(from, to);
  // Link references stand between blocks and belong to none.
  const loose = spans ? [...slices.values()].map(({ at, to }) => gap(to, at + 1 < spans.length ? spans[at + 1][0] : lines.length).join('\n')).concat(gap(0, spans[0]?.[0] ?? 0).join('\n')).filter(text => text.trim()) : [];

  return changed => {
    const pieces = [];
    let before = null;
    changed.forEach(block => {
      const known = slices.get(block);
      const text = known ? lines.slice(known.from, known.to).join('\n') : write(block.type.schema.node('doc', null, [block]));
      if (!known && text === '') return;
      const follows = known && before && known.at === before.at + 1;
      if (pieces.length > 0) pieces.push(follows ? `\n${gap(before.to, known.from).map(line => `${line}\n`).join('')}` : '\n\n');
      pieces.push(text);
      before = known ?? null;
    });
    const out = pieces.join('');
    const lost = loose.filter(text => !out.includes(text.trim()));
    return out + (lost.length ? `\n\n${lost.map(text => text.trim()).join('\n\n')}` : '') + (lines.length > 1 && lines.at(-1) === '' ? '\n' : '');
  };
}
