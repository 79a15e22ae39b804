// Keeps what an editor types: on this machine at every key, on the server every few seconds and on leaving the page.
// Says who else has the same text open. The form works without this file.
const form = document.querySelector('form[data-keep]');
const line = document.querySelector('[data-keep-line]');
const place = form.elements.Place.value;
const keyOf = where => `dang-soan:${form.dataset.keepBy}:${where}`;   // machines in an office are shared
const local = keyOf(place);
const every = 5000, heartbeat = 30000;
const notTyped = ['__RequestVerificationToken', 'Version', 'Place', 'Do', 'Add', 'Undo'];

const typed = () => JSON.stringify([...new FormData(form)].filter(([name, value]) => !notTyped.includes(name) && typeof value === 'string'));
let saved = typed(), last = Date.now(), busy = false, leaving = false;

const say = (text, bad) => {
  if (!line) return;
  line.textContent = text;
  line.toggleAttribute('data-bad', !!bad);
};
const warn = text => {
  let box = document.querySelector('[data-keep-warning]');
  if (!text) return box?.remove();
  if (!box) {
    box = document.createElement('p');
    box.className = 'flash wa';
    box.dataset.keepWarning = '';
    box.setAttribute('role', 'alert');
    form.before(box);
  }
  if (box.textContent !== text) box.textContent = text;
};
const store = {
  write(value, more) { try { localStorage.setItem(local, JSON.stringify({ at: Date.now(), version: form.elements.Version.value, value, ...more })); } catch { /* full or private: the server still has it */ } },
  read() { try { return JSON.parse(localStorage.getItem(local)); } catch { return null; } },
  clear(key = local) { try { localStorage.removeItem(key); } catch { /* nothing was kept */ } },
};

async function send(what) {
  if (busy) return;
  busy = true;
  const now = typed(), body = new FormData(form);
  for (const [name, value] of [...body]) if (typeof value !== 'string') body.delete(name);
  body.delete('Add');
  body.set('Do', what);
  try {
    const answer = await fetch(form.dataset.keep, { method: 'POST', body, headers: { Accept: 'application/json' }, redirect: 'manual' });
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) {
      say('Phiên làm việc đã hết. Chữ bạn gõ còn trên máy này: hãy đăng nhập lại ở thẻ khác rồi gõ tiếp.', true);
    } else if (!answer.ok) {
      say('Chưa tự lưu được, sẽ thử lại. Chữ bạn gõ còn trên máy này.', true);
    } else {
      const told = await answer.json();
      if (what === 'keep') { saved = now; store.clear(); say(`Đã tự lưu lúc ${told.at}`); }
      warn(told.overtaken ? `${told.overtaken} vừa lưu bản khác trong lúc bạn viết. Khi bạn lưu, cổng sẽ cho xem cả hai bản để chọn.`
        : told.others.length ? `${told.others.join(', ')} cũng đang mở bài này. Hãy hỏi nhau trước khi sửa.` : '');
    }
    last = Date.now();
  } catch {
    say('Mất mạng. Chữ bạn gõ còn trên máy này và sẽ được lưu khi có mạng.', true);
  }
  busy = false;
}

form.addEventListener('input', () => { const now = typed(); if (now !== saved) store.write(now); });
form.addEventListener('submit', () => { leaving = true; store.write(typed(), { sent: true }); });
document.querySelector('button[name=Do][value=drop]')?.form.addEventListener('submit', () => { leaving = true; store.clear(); });
setInterval(() => {
  if (leaving) return;
  const now = typed();
  if (now !== saved) { store.write(now); send('keep'); } else if (Date.now() - last > heartbeat) send('here');
}, every);

// Closing the page: what was typed since the last time goes out with it.
addEventListener('pagehide', () => {
  const now = typed(), body = new FormData(form);
  if (leaving) return;
  for (const [name, value] of [...body]) if (typeof value !== 'string') body.delete(name);
  body.set('Do', now !== saved ? 'keep' : 'leave');
  navigator.sendBeacon(form.dataset.keep, body);
});
addEventListener('pageshow', event => { if (event.persisted) leaving = false; });

// Words of an earlier visit that never reached the server: handed in now, and shown by the server as any others.
// Not those that were saved, which the server says by name, or which went out with a form whose text has a newer version since.
if (form.dataset.saved) store.clear(keyOf(form.dataset.saved));
const earlier = store.read();
const isSaved = earlier && (earlier.value === saved || (earlier.sent && earlier.version !== form.elements.Version.value));
if (earlier && form.dataset.fresh === 'typed') {
  store.write(earlier.value, { ...earlier, sent: false });   // sent back with problems: these words are on the page, and saved nowhere
} else if (isSaved || (earlier && earlier.at <= Number(form.dataset.kept || 0))) {
  store.clear();
} else if (earlier && form.dataset.fresh !== 'said') {
  const body = new FormData();
  for (const name of ['__RequestVerificationToken', 'Place']) body.set(name, form.elements[name].value);
  body.set('Version', earlier.version);
  body.set('Do', 'keep');
  for (const [name, value] of JSON.parse(earlier.value)) body.append(name, value);
  fetch(form.dataset.keep, { method: 'POST', body, redirect: 'manual' }).then(answer => {
    if (answer.ok) { store.clear(); location.reload(); }
  }).catch(() => { /* tried again at the next visit */ });
}
