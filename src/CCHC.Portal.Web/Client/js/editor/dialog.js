// One question of the editor at a time, in a dialog of the browser.
const make = (tag, attrs = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attrs)) if (value !== undefined && value !== null && value !== false) element.setAttribute(name, value === true ? '' : value);
  element.append(...children);
  return element;
};
export { make };

let count = 0;

function control(field) {
  const id = `hoi-${++count}`;
  const common = { id, name: field.name, required: field.required, 'aria-describedby': field.hint ? `${id}-h` : null };
  const input = field.choices
    ? make('select', common, ...field.choices.map(([value, label]) => make('option', { value, selected: value === field.value }, label)))
    : field.rows ? make('textarea', { ...common, rows: field.rows, spellcheck: field.spell === false ? 'false' : null })
      : make('input', { ...common, list: field.list, maxlength: field.most ?? 500, inputmode: field.mode, autocomplete: 'off' });
  if (!field.choices) input.value = field.value ?? '';
  const library = field.library && document.querySelector('[data-writing]')?.dataset.library;
  const chooser = library && make('button', { type: 'button', class: 'btn sec2 sm lib-b' }, 'Chọn từ thư viện');
  chooser?.addEventListener('click', () => input.dispatchEvent(new CustomEvent('library-wanted', { bubbles: true, detail: { address: library, kind: field.library } })));
  return make('div', { class: 'fld' }, make('label', { for: id }, field.label), ...(field.hint ? [make('p', { class: 'hint', id: `${id}-h` }, field.hint)] : []), input, ...(chooser ? [chooser] : []));
}

/** The answers by name, or null when the dialog was left. `check` names what is wrong with them; `remove` offers to take the thing away. */
export function ask({ title, fields, yes = 'Chèn', remove, check }) {
  return new Promise(resolve => {
    const wrong = make('p', { class: 'em', role: 'alert', hidden: true });
    const form = make('form', { method: 'dialog', class: 'rows' }, make('h2', { id: `hoi-t-${count}` }, title), wrong, ...fields.map(control),
      make('div', { class: 'acts' }, make('button', { class: 'btn sm', value: 'yes' }, yes),
        ...(remove ? [make('button', { class: 'btn sec2 sm', value: 'remove', formnovalidate: true }, remove)] : []),
        make('button', { class: 'btn sec2 sm', value: 'no', formnovalidate: true }, 'Thôi')));
    const dialog = make('dialog', { class: 'dlg-e ws', 'aria-labelledby': form.firstChild.id }, form);
    const answers = () => Object.fromEntries(new FormData(form));
    form.addEventListener('submit', event => {
      const problem = event.submitter?.value === 'yes' && check?.(answers());
      if (!problem) return;
      event.preventDefault();
      wrong.textContent = problem;
      wrong.hidden = false;
    });
    dialog.addEventListener('close', () => {
      const said = dialog.returnValue === 'yes' ? answers() : dialog.returnValue === 'remove' ? 'remove' : null;
      dialog.remove();
      resolve(said);
    });
    document.body.append(dialog);
    dialog.showModal();
    form.querySelector('input,select,textarea')?.focus();
  });
}
