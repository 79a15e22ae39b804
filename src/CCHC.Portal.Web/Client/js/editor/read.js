// Markdown → what the editor shows. Reads what Markdig reads on the server: pipe tables, footnotes, call-outs, embedded blocks.
import MarkdownIt from 'markdown-it';
import { MarkdownParser } from 'prosemirror-markdown';
import { schema } from './schema.js';

const EMBED = /^::: *(hotline|contact|procedure|video|audio) +([a-zA-Z0-9._-]{1,120}) *$/;
const FENCE = /^(:{3,}) *([a-z]+)? *(.*?) *$/;

const lineAt = (state, line) => state.src.slice(state.bMarks[line] + state.tShift[line], state.eMarks[line]);
const inside = (state, line) => state.sCount[line] - state.blkIndent < 4;

/** `::: hotline key`, with or without its closing line. */
function embeds(state, start, end, silent) {
  const found = inside(state, start) && EMBED.exec(lineAt(state, start));
  if (!found) return false;
  if (silent) return true;
  const closed = start + 1 < end && /^:::+ *$/.test(lineAt(state, start + 1));
  const token = state.push('embed', '', 0);
  Object.assign(token, { map: [start, start + (closed ? 2 : 1)], meta: { kind: found[1], key: found[2] }, block: true });
  state.line = token.map[1];
  return true;
}

/** `::: note Title` … `:::` */
function callouts(state, start, end, silent) {
  const found = inside(state, start) && FENCE.exec(lineAt(state, start));
  if (!found || !found[2]) return false;
  if (silent) return true;
  // As in Markdig the first line of at least as many colons closes, whatever stands between.
  let line = start + 1, closed = false;
  for (; line < end && !closed; line++) {
    if (state.sCount[line] < state.blkIndent && !state.isEmpty(line)) break;
    const fence = inside(state, line) && /^(:{3,})\s*$/.exec(lineAt(state, line));
    closed = !!fence && fence[1].length >= found[1].length;
  }
  if (closed) line--;
  const open = state.push('callout_open', 'div', 1);
  Object.assign(open, { map: [start, Math.min(line + 1, end)], meta: { kind: found[2], title: found[3] }, block: true });
  const { parentType, lineMax } = state;
  state.parentType = 'container';
  state.lineMax = line;
  state.md.block.tokenize(state, start + 1, line);
  Object.assign(state, { parentType, lineMax });
  state.push('callout_close', 'div', -1);
  state.line = line + (closed ? 1 : 0);
  return true;
}

/** `[^label]: text`, its later lines indented. */
function footnoteTexts(state, start, end, silent) {
  const found = inside(state, start) && /^\[\^([^\]\s]{1,60})\]: */.exec(lineAt(state, start));
  if (!found) return false;
  if (silent) return true;
  let line = start + 1;
  while (line < end && (state.isEmpty(line) ? line + 1 < end && state.sCount[line + 1] >= state.blkIndent + 4 : state.sCount[line] >= state.blkIndent + 4)) line++;
  const open = state.push('footnote_def_open', 'div', 1);
  Object.assign(open, { map: [start, line], meta: { label: found[1] }, block: true });
  const saved = [state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.lineMax, state.parentType];
  state.bMarks[start] += state.tShift[start] + found[0].length;
  state.tShift[start] = 0;
  state.blkIndent += 4;
  state.sCount[start] = state.blkIndent;
  state.lineMax = line;
  state.parentType = 'footnote';
  state.md.block.tokenize(state, start, line);
  [state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.lineMax, state.parentType] = saved;
  state.push('footnote_def_close', 'div', -1);
  state.line = line;
  return true;
}

/** A grid table (cells that span others): kept as it is written. */
function grids(state, start, end, silent) {
  if (!inside(state, start) || !/^\+(?:[-=:]+\+)+ *$/.test(lineAt(state, start))) return false;
  if (silent) return true;
  let line = start + 1;
  while (line < end && /^[+|]/.test(lineAt(state, line))) line++;
  const token = state.push('raw', '', 0);
  Object.assign(token, { map: [start, line], content: state.getLines(start, line, state.blkIndent, false), block: true });
  state.line = line;
  return true;
}

function inlineRule(pattern, type) {
  return (state, silent) => {
    pattern.lastIndex = state.pos;
    const found = pattern.exec(state.src);
    if (!found) return false;
    if (!silent) state.push(type, '', 0).meta = type === 'footnote_ref' ? { label: found[1] } : { kind: found[1], key: found[2] };
    state.pos += found[0].length;
    return true;
  };
}

/** ~x~, ^x^ and ==x==; no space just inside, as in Markdig. */
function pair(sign, name) {
  const pattern = new RegExp(`${sign}(?![\\s${sign[sign.length - 1]}])((?:\\\\.|[^\\\\\\n])*?[^\\s\\\\])${sign}(?!${sign[sign.length - 1]})`, 'y');
  return (state, silent) => {
    pattern.lastIndex = state.pos;
    const found = state.pos > 0 && state.src[state.pos - 1] === sign.replace(/\\/g, '')[0] ? null : pattern.exec(state.src);
    if (!found) return false;
    if (!silent) {
      const { pos, posMax } = state, size = (found[0].length - found[1].length) / 2;
      state.push(`${name}_open`, name, 1);
      [state.pos, state.posMax] = [pos + size, pos + size + found[1].length];
      state.md.inline.tokenize(state);
      state.push(`${name}_close`, name, -1);
      [state.pos, state.posMax] = [pos, posMax];
    }
    state.pos += found[0].length;
    return true;
  };
}

/** Cells hold a paragraph in the editor. */
function cellParagraphs(state) {
  const out = [];
  for (const token of state.tokens) {
    if (/^t[hd]_close$/.test(token.type)) out.push(new state.Token('paragraph_close', 'p', -1));
    out.push(token);
    if (/^t[hd]_open$/.test(token.type)) out.push(new state.Token('paragraph_open', 'p', 1));
  }
  state.tokens = out;
}

const markdown = new MarkdownIt('commonmark', { html: false }).enable(['table', 'strikethrough']);
const before = { alt: ['paragraph', 'reference', 'blockquote', 'list'] };
markdown.block.ruler.before('fence', 'embed', embeds, before);
markdown.block.ruler.before('fence', 'callout', callouts, before);
markdown.block.ruler.before('reference', 'footnote_def', footnoteTexts, before);
markdown.block.ruler.before('table', 'grid', grids, before);
markdown.inline.ruler.before('link', 'footnote_ref', inlineRule(/\[\^([^\]\s]{1,60})\]/y, 'footnote_ref'));
markdown.inline.ruler.before('link', 'embed_inline', inlineRule(/\{\{(hotline):([a-zA-Z0-9._-]{1,120})\}\}/y, 'embed_inline'));
markdown.inline.ruler.after('strikethrough', 'sub', pair('~', 'sub'));
markdown.inline.ruler.after('strikethrough', 'sup', pair('\\^', 'sup'));
markdown.inline.ruler.after('strikethrough', 'highlight', pair('==', 'highlight'));
markdown.core.ruler.push('cells', cellParagraphs);
// The text rule runs over characters nobody claims: these begin something too.
markdown.inline.ruler.at('text', (state, silent) => {
  let at = state.pos;
  while (at < state.posMax && !/[\n!#$%&*+\-:<=>@[\\\]^_`{}~]/.test(state.src[at])) at++;
  if (at === state.pos) return false;
  if (!silent) state.pending += state.src.slice(state.pos, at);
  state.pos = at;
  return true;
});

const isTight = (tokens, at) => {
  for (let next = at + 1; next < tokens.length; next++) if (tokens[next].type !== 'list_item_open') return tokens[next].type !== 'paragraph_open' || tokens[next].hidden;
  return true;
};
const align = token => ({ align: /right/.test(token.attrGet('style') ?? '') ? 'right' : /center/.test(token.attrGet('style') ?? '') ? 'center' : null });

const parser = new MarkdownParser(schema, markdown, {
  blockquote: { block: 'blockquote' },
  paragraph: { block: 'paragraph' },
  list_item: { block: 'list_item' },
  bullet_list: { block: 'bullet_list', getAttrs: (token, tokens, at) => ({ bullet: token.markup, tight: isTight(tokens, at) }) },
  ordered_list: { block: 'ordered_list', getAttrs: (token, tokens, at) => ({ order: +(token.attrGet('start') ?? 1), tight: isTight(tokens, at) }) },
  heading: { block: 'heading', getAttrs: token => ({ level: +token.tag.slice(1) }) },
  code_block: { block: 'code_block', noCloseToken: true },
  fence: { block: 'code_block', getAttrs: token => ({ params: token.info ?? '' }), noCloseToken: true },
  hr: { node: 'horizontal_rule', getAttrs: token => ({ markup: token.markup }) },
  callout: { block: 'callout', getAttrs: token => ({ kind: token.meta.kind }) },
  embed: { node: 'embed', getAttrs: token => token.meta },
  raw: { node: 'raw', getAttrs: token => ({ text: token.content }) },
  footnote_def: { block: 'footnote_def', getAttrs: token => token.meta },
  table: { block: 'table' }, thead: { ignore: true }, tbody: { ignore: true }, tr: { block: 'table_row' },
  th: { block: 'table_header', getAttrs: align }, td: { block: 'table_cell', getAttrs: align },
  image: { node: 'image', getAttrs: token => ({ src: token.attrGet('src'), alt: token.content, title: token.attrGet('title') ?? '' }) },
  hardbreak: { node: 'hard_break' },
  footnote_ref: { node: 'footnote_ref', getAttrs: token => token.meta },
  embed_inline: { node: 'embed_inline', getAttrs: token => token.meta },
  em: { mark: 'em' }, strong: { mark: 'strong' }, s: { mark: 'strike' }, sub: { mark: 'sub' }, sup: { mark: 'sup' }, highlight: { mark: 'highlight' },
  link: { mark: 'link', getAttrs: token => ({ href: token.attrGet('href'), title: token.attrGet('title') || null }) },
  code_inline: { mark: 'code', noCloseToken: true },
});
// The title is a child of its own, so that it is typed where it stands.
parser.tokenHandlers.callout_open = (state, token) => {
  state.openNode(schema.nodes.callout, { kind: token.meta.kind });
  state.openNode(schema.nodes.callout_title);
  if (token.meta.title) state.addText(token.meta.title);
  state.closeNode();
};
parser.tokenHandlers.callout_close = state => {
  if (state.top().content.length === 1) state.addNode(schema.nodes.paragraph);
  state.closeNode();
};

/** The document, and from which lines each of its top blocks was read. */
export function read(text) {
  const lines = text.split('\n');
  const spans = markdown.parse(text, {}).filter(token => token.level === 0 && token.nesting >= 0 && token.map).map(token => token.map);
  const doc = parser.parse(text);
  return { doc: doc ?? schema.nodes.doc.createAndFill(), lines, spans: doc && doc.childCount === spans.length ? spans : null };
}
