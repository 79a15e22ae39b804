// Offers titles while somebody types in a search box. The form works without this file.
for (const box of document.querySelectorAll('input[data-suggest]')) {
  const list = document.getElementById(box.getAttribute('list'));
  let waiting, asked = '';
  box.addEventListener('input', () => {
    clearTimeout(waiting);
    const typed = box.value.trim();
    if (typed.length < 2 || typed === asked) return;
    waiting = setTimeout(async () => {
      asked = typed;
      try {
        const titles = await (await fetch(`${box.dataset.suggest}?q=${encodeURIComponent(typed)}`)).json();
        if (asked === typed) list.replaceChildren(...titles.map(title => Object.assign(document.createElement('option'), { value: title })));
      } catch { /* no network: the box stays a box */ }
    }, 150);
  });
}
