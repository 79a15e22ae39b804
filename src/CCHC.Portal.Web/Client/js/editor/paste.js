// What comes from Word, Zalo or a mail → plain structure: paragraphs, headings, lists, tables, bold, italic, links. Nothing else, and no glued words.

const DROPPED = 'style,script,meta,link,title,head,xml,o\\:p,v\\:shape,v\\:shapetype,w\\:sdt,svg,object,iframe,form,button,input,select,textarea,noscript,[data-style*="mso-hide:all"]';

const level = paragraph => +(/level(\d+)/.exec(paragraph.getAttribute('data-style') ?? '')?.[1] ?? 1);
const isListItem = node => node?.nodeType === 1 && /mso-list\s*:\s*l\d/i.test(node.getAttribute('data-style') ?? '');

/** Word's lists are paragraphs with a bullet typed before them. */
function wordLists(root) {
  for (const first of [...root.querySelectorAll('p,h1,h2,h3,h4,h5,h6,div')].filter(isListItem)) {
    if (!first.isConnected || !first.parentNode || isListItem(previous(first))) continue;
    const items = [];
    for (let next = first; isListItem(next); next = following(next)) items.push(next);
    const stack = [];
    for (const item of items) {
      const sign = [...item.querySelectorAll('[data-style*="mso-list"]')].find(span => /ignore/i.test(span.getAttribute('data-style')));
      const tag = /^\s*(\d+|[a-zđ]|[ivxlc]+)\s*[.)]/i.test(sign?.textContent ?? '') ? 'ol' : 'ul';
      sign?.remove();
      const depth = Math.min(level(item), stack.length + 1);
      stack.length = Math.min(stack.length, depth);
      if (stack.length < depth || stack[depth - 1].localName !== tag) {
        const list = root.ownerDocument.createElement(tag);
        stack.length = depth - 1;
        if (depth === 1) item.before(list); else stack[depth - 2].lastElementChild.append(list);
        stack.push(list);
      }
      const li = root.ownerDocument.createElement('li');
      li.append(...item.childNodes);
      stack[depth - 1].append(li);
      item.remove();
    }
  }
}

const step = way => node => {
  let next = node[way];
  while (next && (next.nodeType === 8 || (next.nodeType === 3 && !next.data.trim()))) next = next[way];
  return next;
};
const previous = step('previousSibling'), following = step('nextSibling');

/** A table that only places things, as mails use them, is no table. */
function layoutTables(root) {
  for (const table of [...root.querySelectorAll('table')].reverse()) {
    const widest = Math.max(0, ...[...table.rows].map(row => row.cells.length));
    if (table.getAttribute('role') !== 'presentation' && widest > 1 && !table.querySelector('table,ul,ol,h1,h2,h3')) continue;
    const box = root.ownerDocument.createElement('div');
    for (const cell of table.querySelectorAll('td,th')) {
      const part = root.ownerDocument.createElement('div');
      part.append(...cell.childNodes);
      box.append(part);
    }
    table.replaceWith(box);
  }
}

/** Markdown knows no merged cells: what they say stands in each of the places they covered. */
function evenTables(root) {
  for (const table of root.querySelectorAll('table')) {
    const grid = [];
    [...table.rows].forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (grid[y]?.[x]) x++;
        const [wide, high] = [Math.min(cell.colSpan, 40), Math.min(cell.rowSpan, table.rows.length - y)];
        for (let down = 0; down < high; down++) for (let right = 0; right < wide; right++) (grid[y + down] ??= [])[x + right] = cell;
        x += wide;
      }
    });
    const width = Math.max(...grid.map(row => row?.length ?? 0));
    const even = root.ownerDocument.createElement('table');
    for (const [y, cells] of grid.entries()) {
      const row = even.insertRow();
      for (let x = 0; x < width; x++) {
        const cell = root.ownerDocument.createElement(y === 0 ? 'th' : 'td');
        cell.append(...(cells?.[x]?.cloneNode(true).childNodes ?? []));
        row.append(cell);
      }
    }
    table.replaceWith(even);
  }
}

/** Cells hold one line: their paragraphs are joined with a space between. */
function cellLines(root) {
  for (const cell of root.querySelectorAll('td,th')) {
    for (const part of cell.querySelectorAll('p,div,li,h1,h2,h3,h4,h5,h6,br')) part.after(' ');
    for (const part of [...cell.querySelectorAll('p,div,ul,ol,li,h1,h2,h3,h4,h5,h6,br')].reverse()) part.replaceWith(...part.childNodes);
  }
}

function unwrapStyles(root) {
  for (const span of root.querySelectorAll('span,font')) {
    const style = span.getAttribute('data-style') ?? '';
    for (const [pattern, tag] of [[/font-weight\s*:\s*(bold|[6-9]00)/i, 'strong'], [/font-style\s*:\s*italic/i, 'em'], [/vertical-align\s*:\s*super/i, 'sup'], [/vertical-align\s*:\s*sub(?!\w)/i, 'sub']]) {
      if (!pattern.test(style) || !span.textContent.trim()) continue;
      const mark = root.ownerDocument.createElement(tag);
      mark.append(...span.childNodes);
      span.append(mark);
    }
    // Zalo and others set whole lines as spans shown as blocks.
    if (/display\s*:\s*block/i.test(style)) span.after(root.ownerDocument.createElement('br'));
  }
  // The clipboard of Google wraps everything in a bold that is not bold.
  for (const bold of root.querySelectorAll('b')) if (/font-weight\s*:\s*normal/i.test(bold.getAttribute('data-style') ?? '')) bold.replaceWith(...bold.childNodes);
}

/** The cleaned HTML, and whether pictures were left out. */
export function clean(html) {
  // Styles are read, never applied, and handlers never heard: our policy forbids both, and the browser would say so at each.
  const harmless = html.replace(/<!\[(?:if|endif)[^>]*>|<\?xml[^>]*>|<style[\s\S]*?<\/style>/gi, '')
    .replace(/<[a-z][^>]*>/gi, tag => tag.replace(/\s(style|on[a-z]+)(\s*=)/gi, ' data-$1$2'));
  const page = new DOMParser().parseFromString(harmless, 'text/html');
  const root = page.body;
  root.querySelectorAll(DROPPED).forEach(node => node.remove());
  const comments = page.createTreeWalker(root, 128), dropped = [];
  while (comments.nextNode()) dropped.push(comments.currentNode);
  dropped.forEach(comment => comment.remove());
  wordLists(root);
  const pictures = [...root.querySelectorAll('img:not([data-src])')];
  pictures.forEach(picture => picture.replaceWith(' '));
  layoutTables(root);
  evenTables(root);
  cellLines(root);
  unwrapStyles(root);
  const texts = page.createTreeWalker(root, 4);
  while (texts.nextNode()) texts.currentNode.data = texts.currentNode.data.replace(/\u00a0/g, ' ').replace(/[\u200b\ufeff\u00ad]/g, '').normalize('NFC');
  root.querySelectorAll('p,div').forEach(part => { if (!part.textContent.trim() && !part.querySelector('img,table,br')) part.remove(); });
  return { html: root.innerHTML, pictures: pictures.length };
}
