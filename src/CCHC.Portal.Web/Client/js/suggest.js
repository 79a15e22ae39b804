// A title found by another name or a number does not hold what was typed: the browser would hide it, so its label says both.
const option = (title, typed) => Object.assign(document.createElement('option'), { value: title }, title.toLowerCase().includes(typed.toLowerCase()) ? {} : { label: `${typed} → ${title}` });
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
        if (asked === typed) list.replaceChildren(...titles.map(title => option(title, typed)));
      } catch { /* no network: the box stays a box */ }
    }, 150);
  });
}
