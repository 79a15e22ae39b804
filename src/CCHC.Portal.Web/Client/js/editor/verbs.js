// What the buttons over the text do.
import { lift, setBlockType, toggleMark, wrapIn } from 'prosemirror-commands';
import { liftListItem, wrapInList } from 'prosemirror-schema-list';
import { NodeSelection, TextSelection } from 'prosemirror-state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from 'prosemirror-tables';
import { ask } from './dialog.js';
import { isSafeAddress, schema } from './schema.js';

const { nodes, marks } = schema;

export const around = (state, type) => {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type === type) return { node: $from.node(depth), pos: $from.before(depth) };
  return null;
};

export const chosen = (state, type) => state.selection instanceof NodeSelection && state.selection.node.type === type ? state.selection.node : null;

export const heading = level => (state, dispatch, view) => {
  const inHeading = state.selection.$from.parent.type === nodes.heading && state.selection.$from.parent.attrs.level === level;
  return setBlockType(inHeading ? nodes.paragraph : nodes.heading, { level })(state, dispatch, view);
};

export const list = type => (state, dispatch, view) => {
  const held = around(state, nodes.bullet_list) ?? around(state, nodes.ordered_list);
  if (held?.node.type === type) return liftListItem(nodes.list_item)(state, dispatch);
  if (held) {
    dispatch?.(state.tr.setNodeMarkup(held.pos, type, { tight: held.node.attrs.tight }));
    return true;
  }
  return wrapInList(type)(state, dispatch, view);
};

export const quote = (state, dispatch, view) => around(state, nodes.blockquote) ? lift(state, dispatch) : wrapIn(nodes.blockquote)(state, dispatch, view);

/** Puts a block after the one the cursor is in, or in its place when that is empty. */
function insertBlock(view, block, inside = 1, selected = 0) {
  const { state } = view;
  const { $to } = state.selection;
  const empty = $to.depth > 0 && $to.parent.type === nodes.paragraph && $to.parent.childCount === 0;
  const depth = isInTable(state) ? around(state, nodes.table) : null;
  const at = depth ? depth.pos + depth.node.nodeSize : $to.depth === 0 ? $to.pos : empty ? $to.before() : $to.after($to.depth);
  let tr = empty && !depth ? state.tr.replaceWith(at, at + 2, block) : state.tr.insert(at, block);
  if (at + block.nodeSize >= tr.doc.content.size) tr = tr.insert(at + block.nodeSize, nodes.paragraph.create());
  view.dispatch(tr.setSelection((selected ? TextSelection.create(tr.doc, at + inside, at + inside + selected) : TextSelection.near(tr.doc.resolve(at + inside)))).scrollIntoView());
  view.focus();
}

export async function link(view) {
  const { state } = view;
  const { from, $from, to, empty } = state.selection;
  const held = marks.link.isInSet(state.storedMarks ?? $from.marks()) ?? (!empty && state.doc.rangeHasMark(from, to, marks.link) ? $from.nodeAfter?.marks.find(mark => mark.type === marks.link) : null);
  let [start, end] = [from, to];
  if (held && empty) {
    const parent = $from.parent, base = $from.start();
    parent.forEach((child, offset) => { if (held.isInSet(child.marks) && base + offset <= from && from <= base + offset + child.nodeSize) [start, end] = [base + offset, base + offset + child.nodeSize]; });
  }
  const said = await ask({
    title: held ? 'Sửa liên kết' : 'Chèn liên kết', yes: held ? 'Sửa' : 'Chèn', remove: held && 'Bỏ liên kết',
    fields: [
      { name: 'text', label: 'Chữ hiện ra', value: state.doc.textBetween(start, end, ' '), hint: 'Nói rõ dẫn tới đâu, không viết “tại đây”.', required: true },
      { name: 'href', label: 'Địa chỉ', value: held?.attrs.href, hint: 'https://…, mailto:…, tel:… hoặc trang trong cổng, ví dụ /huong-dan/ten-bai', required: true, mode: 'url', most: 2000 },
    ],
    check: ({ href }) => isSafeAddress(complete(href)) ? '' : 'Địa chỉ phải bắt đầu bằng https://, http://, mailto:, tel: hoặc /.',
  });
  if (!said) return view.focus();
  if (said === 'remove') view.dispatch(state.tr.removeMark(start, end, marks.link));
  else {
    const mark = marks.link.create({ href: complete(said.href) });
    view.dispatch(said.text === state.doc.textBetween(start, end, ' ') ? state.tr.removeMark(start, end, marks.link).addMark(start, end, mark)
      : state.tr.replaceWith(start, end, schema.text(said.text, [...$from.marks().filter(other => other.type !== marks.link), mark])));
  }
  view.focus();
}

const complete = href => /^www\./i.test(href.trim()) ? `https://${href.trim()}` : /^[\w.+-]+@[\w-]+\.[\w.]+$/.test(href.trim()) ? `mailto:${href.trim()}` : href.trim();

export async function picture(view) {
  const held = chosen(view.state, nodes.image);
  const said = await ask({
    title: held ? 'Sửa ảnh' : 'Chèn ảnh từ thư viện', yes: held ? 'Sửa' : 'Chèn', remove: held && 'Bỏ ảnh',
    fields: [
      { name: 'src', label: 'Tên tệp trong thư viện', value: held?.attrs.src.replace(/^media:/, ''), list: 'thu-vien', library: 'anh', required: true },
      { name: 'alt', label: 'Mô tả cho người không nhìn thấy ảnh', value: held?.attrs.alt, rows: 2, required: true, hint: 'Một câu nói trong ảnh có gì.' },
      { name: 'title', label: 'Chú thích dưới ảnh (không bắt buộc)', value: held?.attrs.title },
    ],
    check: ({ src }) => /^[a-zA-Z0-9._-]{1,120}$/.test(src.trim()) ? '' : 'Tên tệp chỉ gồm chữ không dấu, số, dấu chấm và dấu gạch. Hãy chọn trong danh sách.',
  });
  if (!said) return view.focus();
  if (said === 'remove') view.dispatch(view.state.tr.deleteSelection());
  else {
    const image = nodes.image.create({ src: `media:${said.src.trim()}`, alt: said.alt.trim().replace(/\s+/g, ' '), title: said.title.trim() });
    if (held) view.dispatch(view.state.tr.replaceSelectionWith(image, false));
    else if (view.state.selection.$from.parent.childCount === 0) view.dispatch(view.state.tr.replaceSelectionWith(image, false).scrollIntoView());
    else insertBlock(view, nodes.paragraph.create(null, image));
  }
  view.focus();
}

export function table(view) {
  const cells = (type, texts) => nodes.table_row.create(null, texts.map(text => type.create(null, nodes.paragraph.create(null, text ? schema.text(text) : null))));
  insertBlock(view, nodes.table.create(null, [cells(nodes.table_header, ['Cột 1', 'Cột 2', 'Cột 3']), cells(nodes.table_cell, ['', '', '']), cells(nodes.table_cell, ['', '', ''])]), 4, 5);
}

export const callout = kind => view => {
  const held = around(view.state, nodes.callout);
  if (held) return view.dispatch(view.state.tr.setNodeMarkup(held.pos, null, { kind }));
  const title = nodes.callout_title.create(null, schema.text(kind === 'warn' ? 'Cần chú ý' : 'Lưu ý'));
  insertBlock(view, nodes.callout.create({ kind }, [title, nodes.paragraph.create()]), 2 + title.nodeSize);
};

export function unframe(view) {
  const held = around(view.state, nodes.callout);
  if (!held) return;
  const inside = [];
  held.node.forEach((child, _, at) => { if (at > 0) inside.push(child); });
  view.dispatch(view.state.tr.replaceWith(held.pos, held.pos + held.node.nodeSize, inside));
  view.focus();
}

export function footnote(view) {
  const used = new Set();
  view.state.doc.descendants(node => { if (node.type === nodes.footnote_def || node.type === nodes.footnote_ref) used.add(node.attrs.label); });
  let label = 1;
  while (used.has(String(label))) label++;
  const tr = view.state.tr.replaceSelectionWith(nodes.footnote_ref.create({ label: String(label) }), false);
  const end = tr.doc.content.size;
  tr.insert(end, nodes.footnote_def.create({ label: String(label) }, nodes.paragraph.create()));
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(end + 2))).scrollIntoView());
  view.focus();
}

export const embed = kinds => async view => {
  const said = await ask(kinds.file
    ? { title: `Chèn ${kinds.title}`, fields: [{ name: 'key', label: 'Tên tệp trong thư viện', list: 'thu-vien', library: kinds.kind === 'video' ? 'video' : 'am-thanh', required: true }], check: ({ key }) => /^[a-zA-Z0-9._-]{1,120}$/.test(key.trim()) ? '' : 'Hãy chọn một tệp trong danh sách.' }
    : { title: `Chèn ${kinds.title}`, fields: [
      { name: 'key', label: 'Chọn trong những mục đang đăng', choices: (await kinds.all()).filter(one => one.kind === kinds.kind).map(one => [one.key, one.title]) },
      ...(kinds.kind === 'hotline' ? [{ name: 'how', label: 'Hiện như thế nào', choices: [['card', 'Thẻ có tên, số, giờ trực'], ['number', 'Chỉ số điện thoại, trong dòng chữ']] }] : []),
    ] });
  if (!said?.key) return view.focus();
  const attrs = { kind: kinds.kind, key: said.key.trim() };
  if (said.how === 'number') view.dispatch(view.state.tr.replaceSelectionWith(nodes.embed_inline.create(attrs), false));
  else insertBlock(view, nodes.embed.create(attrs));
  view.focus();
};

export const rawBlock = async view => {
  const held = chosen(view.state, nodes.raw);
  if (!held) return;
  const said = await ask({ title: 'Sửa bảng có ô gộp', yes: 'Sửa', remove: 'Bỏ bảng', fields: [{ name: 'text', label: 'Bảng viết bằng dấu + - |', value: held.attrs.text, rows: 12, spell: false }] });
  if (said === 'remove') view.dispatch(view.state.tr.deleteSelection());
  else if (said) view.dispatch(view.state.tr.replaceSelectionWith(nodes.raw.create({ text: said.text }), false));
  view.focus();
};

export { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable, toggleMark };
