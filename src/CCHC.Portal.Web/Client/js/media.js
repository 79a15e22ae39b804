// The desk's library: choosing a file beside a field, the focal point on its picture, the progress of work under way.
// Everything works without this file: names are typed, sliders moved, the page loaded again.

// ── a button beside every field that names a file ──
let dialog, target;

async function load(address, options) {
  const answer = await fetch(address, { ...options, headers: { 'X-Requested-With': 'fetch' } });
  const box = dialog.querySelector('.dlg-b');
  if (!answer.ok && answer.status !== 422) {
    box.innerHTML = '';
    box.append(Object.assign(document.createElement('p'), { className: 'flash bad', textContent: 'Không mở được thư viện. Hãy thử lại hoặc gõ tên tệp vào ô.' }));
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.pick');
  box.replaceChildren(page);
  if (page.dataset.chosen) pick(page.dataset.chosen);
}

function pick(name) {
  target.value = name;
  target.dispatchEvent(new Event('input', { bubbles: true }));
  target.dispatchEvent(new Event('change', { bubbles: true }));
  dialog.close();
  target.focus();
}

function open(input, address, kind) {
  target = input;
  dialog ??= make();
  dialog.showModal();
  load(address + (kind ? '?loai=' + kind : ''));
}

function make() {
  const made = document.createElement('dialog');
  made.className = 'dlg';
  made.setAttribute('aria-labelledby', 'dlg-t');
  made.innerHTML = '<div class="dlg-h"><h2 id="dlg-t">Chọn từ thư viện</h2><button type="button" class="btn sec2 sm" data-close>Đóng</button></div><div class="dlg-b"></div>';
  made.addEventListener('click', event => {
    const chosen = event.target.closest('[data-name]');
    if (chosen) pick(chosen.dataset.name);
    if (event.target.closest('[data-close]')) made.close();
  });
  made.addEventListener('submit', event => {
    event.preventDefault();
    const form = event.target, data = new FormData(form);
    form.querySelectorAll('button').forEach(button => { button.disabled = true; });
    load(form.method === 'post' ? form.action : form.action + '?' + new URLSearchParams(data), form.method === 'post' ? { method: 'POST', body: data } : {});
  });
  document.body.append(made);
  return made;
}

document.querySelectorAll('input[data-library]').forEach(input => {
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'btn sec2 sm lib-b', textContent: 'Chọn từ thư viện' });
  button.setAttribute('aria-describedby', input.getAttribute('aria-describedby') ?? '');
  button.addEventListener('click', () => open(input, input.dataset.library, input.dataset.kind));
  input.after(button);
});

// A field of the editor's own dialogs asks for the library the same way.
document.addEventListener('library-wanted', event => open(event.target, event.detail.address, event.detail.kind));

// ── the focal point ──
const frame = document.querySelector('[data-focus]');
const [across, down] = ['Form_FocusX', 'Form_FocusY'].map(id => document.getElementById(id));
if (frame && across && down) {
  const dot = Object.assign(document.createElement('span'), { className: 'dot' });
  dot.setAttribute('aria-hidden', 'true');
  frame.append(dot);
  const show = () => { dot.style.left = across.value / 10 + '%'; dot.style.top = down.value / 10 + '%'; };
  frame.addEventListener('click', event => {
    const box = frame.querySelector('img').getBoundingClientRect();
    across.value = Math.round((event.clientX - box.left) / box.width * 10) * 100;
    down.value = Math.round((event.clientY - box.top) / box.height * 10) * 100;
    show();
  });
  [across, down].forEach(slider => slider.addEventListener('input', show));
  show();
}

// ── work under way ──
async function look() {
  const shown = document.querySelector('[data-live]');
  if (!shown?.querySelector('[data-working]')) return;
  const answer = await fetch(location.href).catch(() => null);
  const news = answer?.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-live]') : null;
  if (news) {
    const working = news.querySelector('[data-working]');
    if (working) {
      shown.querySelector('[data-working]').textContent = working.textContent;
      shown.querySelector('progress').value = news.querySelector('progress').value;
    } else {
      shown.replaceWith(news);
    }
  }
  setTimeout(look, 3000);
}
setTimeout(look, 2000);
