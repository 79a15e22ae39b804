// The editor of the desk: text as it will look in place of Markdown, and the page beside it. Without this file the text areas do.
import { wordDrop } from './editor/drop.js';
import { enhance } from './editor/field.js';
import { preview } from './editor/preview.js';
import { read } from './editor/read.js';
import { memoryOf, write } from './editor/write.js';

const desk = document.querySelector('[data-writing]');
let known;
const all = () => known ??= fetch(desk.dataset.embeds, { headers: { Accept: 'application/json' } }).then(answer => answer.ok ? answer.json() : []).catch(() => []);

for (const area of document.querySelectorAll('textarea[data-markdown]')) {
  try {
    enhance(area, { sprite: desk.dataset.icons, all });
  } catch (reason) {
    // A text the editor cannot show is written as Markdown, as without scripts.
    console.warn('The text stays as Markdown.', reason);
    area.classList.remove('sr');
    area.parentElement.querySelector('.rte')?.remove();
  }
}
const importing = document.querySelector('[data-import]');
if (importing?.dataset.import) wordDrop(importing);
const see = document.querySelector('[data-see]');
if (see) preview(see);

export { memoryOf, read, write };
