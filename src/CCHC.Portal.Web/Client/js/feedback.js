// Keeps what a citizen types until it has been received, and says so. The form works without this file.
import './questions.js';

const prefix = 'ban-nhap:';
const keepFor = 24 * 3600 * 1000;
const secretNames = /^__|token|secret|altcha|lookup|password/i;

const store = {
  read(key) {
    try {
      const draft = JSON.parse(localStorage.getItem(prefix + key));
      return draft && Date.now() - draft.at < keepFor ? draft.fields : null;
    } catch { return null; }
  },
  write(key, fields) {
    try {
      if (Object.keys(fields).length) localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), fields }));
      else localStorage.removeItem(prefix + key);
    } catch { /* private mode or full: the page itself still holds the text */ }
  },
  clear(key) {
    try {
      Object.keys(localStorage).filter(k => k.startsWith(prefix + key)).forEach(k => localStorage.removeItem(k));
    } catch { /* nothing was kept */ }
  },
};

const isKept = field => field.name && !field.disabled && !field.readOnly
  && !['hidden', 'file', 'password', 'submit', 'button', 'reset', 'image'].includes(field.type)
  && !(field.tagName === 'INPUT' && field.autocomplete === 'off')
  && !secretNames.test(field.name) && !field.closest('[data-no-draft], altcha-widget');
const keptFields = form => [...form.elements].filter(isKept);
const isToggle = field => field.type === 'checkbox' || field.type === 'radio';

function collect(form) {
  const fields = {};
  for (const field of keptFields(form)) {
    if (isToggle(field)) { if (field.checked) (fields[field.name] ||= []).push(field.value); }
    else if (field.value && field.value !== field.dataset.first) (fields[field.name] ||= []).push(field.value);
  }
  return fields;
}

/** Fills empty fields only: what the server sent back or the person typed wins. */
function restore(form, fields) {
  const kept = keptFields(form);
  const hadChoice = new Set(kept.filter(f => isToggle(f) && f.checked).map(f => f.name));
  const turn = {};
  let filled = 0;
  for (const field of kept) {
    const values = fields[field.name];
    if (!values) continue;
    if (isToggle(field)) {
      if (hadChoice.has(field.name) || !values.includes(field.value)) continue;
      field.checked = true;
    } else {
      const value = values[turn[field.name] = (turn[field.name] ?? -1) + 1];
      if (field.value || !value) continue;
      field.value = value;
      if (field.value !== value) continue;
    }
    filled++;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return filled;
}

function notice(form, text, kind) {
  let box = form.querySelector(':scope > .notice-box[data-said]');
  if (!box) {
    box = document.createElement('div');
    box.dataset.said = '';
    box.setAttribute('role', 'status');
    form.prepend(box);
  }
  box.className = `notice-box ${kind}`;
  box.replaceChildren();
  const words = document.createElement('p');
  box.append(words);
  words.textContent = text;
  return box;
}

/** Waits for the network with the form as it stands, then sends it with a token of today; its own key keeps it from being taken twice. */
async function sendLater(form, button) {
  for (;;) {
    if (navigator.onLine === false) await new Promise(done => addEventListener('online', done, { once: true }));
    try {
      const fresh = new DOMParser().parseFromString(await (await fetch(form.getAttribute('action') || location.href, { cache: 'no-store' })).text(), 'text/html');
      const token = fresh.querySelector('main [name=__RequestVerificationToken]');
      if (token) {
        for (const given of [token, fresh.querySelector('main [name=Key]')]) {
          if (!given) continue;
          const own = form.elements[given.name];
          if (!own) form.append(given);
          else if (given === token || !own.value) own.value = given.value;
        }
        form.requestSubmit(button);
        return;
      }
    } catch { /* said to be there, and is not */ }
    await new Promise(done => setTimeout(done, 4000));
  }
}

function keepDraft(form) {
  const key = form.dataset.draft || form.getAttribute('action') || location.pathname;
  keptFields(form).forEach(f => { if (f.tagName === 'SELECT') f.dataset.first = f.value; });
  const fields = store.read(key);
  if (fields && restore(form, fields) && form.dataset.restored) {
    const box = notice(form, form.dataset.restored, '');
    if (form.dataset.clear) {
      const button = document.createElement('button');
      button.type = 'button';
      button.className = 'lk';
      button.textContent = form.dataset.clear;
      button.addEventListener('click', () => {
        store.clear(key);
        form.reset();
        keptFields(form).forEach(f => f.dispatchEvent(new Event('input', { bubbles: true })));
        changed = false;
        box.remove();
        keptFields(form)[0]?.focus();
      });
      box.append(button);
    }
  }

  let changed = false;
  const save = () => { if (changed) { changed = false; store.write(key, collect(form)); } };
  form.addEventListener('input', () => { changed = true; });
  form.addEventListener('change', () => { changed = true; });
  setInterval(save, 1000);
  addEventListener('pagehide', save);

  let sending = false, waiting = false;
  const buttons = () => form.querySelectorAll('button:not([type=button]), input[type=submit]');
  form.addEventListener('submit', event => {
    if (event.defaultPrevented) return;
    if (sending) { event.preventDefault(); return; }
    save();
    if (navigator.onLine === false || 'later' in form.dataset && !form.elements.__RequestVerificationToken) {
      event.preventDefault();
      if (!waiting) { waiting = true; sendLater(form, event.submitter).finally(() => { waiting = false; }); }
      const box = notice(form, form.dataset.offline || '', 'warn');
      box.tabIndex = -1;
      box.focus();
      return;
    }
    sending = true;
    buttons().forEach(b => b.setAttribute('aria-disabled', 'true'));
    setTimeout(again, 20000);
  });
  const again = () => { sending = false; buttons().forEach(b => b.removeAttribute('aria-disabled')); };
  addEventListener('pageshow', event => { if (event.persisted) again(); });
}

function count(area) {
  const limit = Number(area.dataset.count) || area.maxLength;
  const pattern = area.dataset.countText || '{0} / {1}';
  const holder = document.querySelector(`[data-count-for="${area.id}"]`) || area.insertAdjacentElement('afterend', document.createElement('p'));
  holder.classList.add('count');
  const show = () => {
    const length = [...area.value].length;
    holder.textContent = pattern.replace('{0}', length.toLocaleString('vi')).replace('{1}', limit.toLocaleString('vi'));
    holder.toggleAttribute('data-over', length > limit);
  };
  area.addEventListener('input', show);
  show();
}

const done = document.querySelector('[data-draft-done]');
if (done) store.clear(done.dataset.draftDone);
document.querySelectorAll('textarea[data-count]').forEach(count);
document.querySelectorAll('form[data-draft]').forEach(keepDraft);
document.querySelector('.esum')?.focus();

// Printing needs a script; without one the button is not there.
document.querySelectorAll('[data-print]').forEach(button => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
