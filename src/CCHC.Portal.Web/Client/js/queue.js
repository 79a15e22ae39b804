// Moves through a list of cases by keys while the list has the focus, and counts what is marked. The list works without this file.
import './questions.js';

const region = document.querySelector('[data-queue] [role=region]');
const form = region?.closest('[data-queue]');
const rows = () => [...form.querySelectorAll('tbody tr')];
const links = () => [...form.querySelectorAll('a[data-open]')];

const move = step => {
  const all = links(), here = rows().findIndex(row => row.contains(document.activeElement));
  all[Math.min(all.length - 1, Math.max(0, here < 0 ? 0 : here + step))]?.focus();
};

const chosen = form?.querySelector('[data-chosen]');
const boxes = () => [...form.querySelectorAll('input[name=ma]')];
const hint = chosen?.textContent;
const count = () => {
  const marked = boxes().filter(box => box.checked).length;
  rows().forEach(row => row.classList.toggle('sel', !!row.querySelector('input:checked')));
  chosen.textContent = marked ? `Đã chọn ${marked} vụ` : hint;
};

if (form) {
  const all = form.querySelector('[data-all]');
  all.hidden = false;
  all.querySelector('input').addEventListener('change', event => { boxes().forEach(box => { box.checked = event.target.checked; }); count(); });
  form.addEventListener('change', count);
  region.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'arrowdown' || key === 'j') move(1);
    else if (key === 'arrowup' || key === 'k') move(-1);
    else if (key === 'x') rows().find(row => row.contains(document.activeElement))?.querySelector('input[name=ma]')?.click();
    else return;
    event.preventDefault();
  });
  count();
}

// The counter: Ctrl+Enter saves from anywhere in the form; the receipt prints by a button.
document.querySelector('[data-quick]')?.addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); event.currentTarget.requestSubmit(); }
});
const print = document.querySelector('[data-print]');
if (print) {
  print.hidden = false;
  print.addEventListener('click', () => window.print());
}
