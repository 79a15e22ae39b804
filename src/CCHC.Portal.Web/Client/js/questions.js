// Shows the questions and the help that belong to the chosen kind and field. What was typed into the others stays until the form is sent,
// and the person is told that it is not. Without this file the server shows the questions after the choice was sent.
const holders = [...document.querySelectorAll('[data-asked]')];

function setUp(form) {
  for (const holder of holders) {
    holder.querySelectorAll('[data-carried]').forEach(carried => carried.remove());   // their questions take their place
    holder.querySelector('template').replaceWith(holder.querySelector('template').content);
    [...holder.querySelectorAll('[data-q]')].sort((a, b) => a.dataset.q - b.dataset.q).forEach(part => holder.append(part));
  }
  form.querySelectorAll('[data-ask]').forEach(button => { button.hidden = true; });
  const parts = [...form.querySelectorAll('[data-q]')];
  const control = part => part.querySelector('input, select, textarea');
  const label = part => part.querySelector('label')?.firstChild.textContent.trim();
  const has = (list, value) => !list || list.split(' ').includes(value);
  const main = holders.at(-1);
  const said = document.createElement('p');
  said.className = 'sr';
  said.setAttribute('role', 'status');
  main.prepend(said);
  let left = main.querySelector('[data-left]'), before = '';

  const show = () => {
    const kind = form.elements['Form.Kind']?.value ?? '', field = form.elements['Form.Field']?.value ?? '';
    if (`${kind} ${field}` === before) return;
    const first = before === '';
    before = `${kind} ${field}`;
    const gone = [];
    let asked = 0;
    for (const part of parts) {
      const wanted = kind && field && has(part.dataset.kinds, kind) && has(part.dataset.fields, field);
      part.hidden = !wanted;
      if (wanted && control(part)) asked++;
      if (!wanted && control(part)?.value) gone.push(label(part));
    }
    left?.remove();
    left = null;
    if (gone.length) {
      left = document.createElement('p');
      left.className = 'notice-box';
      left.textContent = main.dataset.leftWords.replace('{0}', gone.join(', '));
      main.prepend(left);
    }
    said.textContent = first ? '' : [asked ? main.dataset.fieldWords.replace('{0}', asked) : '', left?.textContent ?? ''].join(' ').trim();
  };
  form.addEventListener('change', show);
  form.addEventListener('input', show);
  show();
}

if (holders.length) setUp(holders[0].closest('form'));
