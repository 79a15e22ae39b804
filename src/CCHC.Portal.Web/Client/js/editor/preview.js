// The page as readers will see it, beside the form on a desk and behind a tab on a phone, a breath after each change.
const BREATH = 600, LONG_BREATH = 2500;

export function preview(see) {
  const form = document.getElementById('f'), frame = see.querySelector('iframe'), state = see.querySelector('[role=status]');
  const opener = document.querySelector('[data-see-open]');
  const tabs = [...document.querySelectorAll('[data-tab]')];
  let timer, asked = 0, open = false, stale = true;

  async function renew() {
    stale = false;
    const mine = ++asked;
    state.textContent = 'Đang dựng…';
    let answer;
    try {
      answer = await fetch(see.dataset.see, { method: 'POST', body: new URLSearchParams(new FormData(form)), redirect: 'error' });
    } catch {
      answer = null;
    }
    if (mine !== asked) return;
    if (!answer?.ok) {
      state.textContent = 'Chưa dựng được trang xem thử. Bài đang viết vẫn còn nguyên.';
      return;
    }
    show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
    state.textContent = '';
  }

  /** Only the inside of the page is exchanged: it keeps its place. */
  function show(page) {
    const checks = page.querySelector('[data-checks]'), held = document.querySelector('[data-checks]');
    if (checks && held) held.replaceWith(document.adoptNode(checks));
    const inside = frame.contentDocument?.querySelector('main');
    if (!inside) return;
    page.querySelectorAll('main > [data-checks]').forEach(part => part.remove());
    inside.replaceChildren(...[...page.querySelector('main').childNodes].map(node => frame.contentDocument.adoptNode(node)));
  }

  frame.addEventListener('load', () => {
    frame.contentDocument?.addEventListener('click', event => { if (event.target.closest('a[href]:not([href^="#"])')) event.preventDefault(); });
    if (open) renew();
  });

  function turn(on) {
    open = on;
    document.body.classList.toggle('seeing', on);
    see.hidden = !on;
    opener?.setAttribute('aria-pressed', on);
    tabs.forEach(tab => tab.setAttribute('aria-pressed', (tab.dataset.tab === 'see') === on));
    if (on && !frame.src) frame.src = frame.dataset.src;
    else if (on && stale) renew();
  }

  form.addEventListener('input', () => {
    stale = true;
    clearTimeout(timer);
    timer = setTimeout(() => { if (open || document.querySelector('[data-checks]')) renew(); }, open ? BREATH : LONG_BREATH);
  });
  document.querySelector('.tabs-w').hidden = false;
  document.body.classList.add('writing');
  opener?.setAttribute('role', 'button');
  opener?.setAttribute('aria-pressed', 'false');
  opener?.addEventListener('click', event => {
    event.preventDefault();
    turn(!open);
  });
  tabs.forEach(tab => tab.addEventListener('click', () => turn(tab.dataset.tab === 'see')));
}
