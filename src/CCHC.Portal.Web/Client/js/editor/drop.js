// A Word file dropped on a new text is imported, as on the page for it.
const isWord = file => /\.docx?$/i.test(file.name);

export function wordDrop(link) {
  const form = document.getElementById('f');
  const files = event => [...event.dataTransfer?.items ?? []].some(item => item.kind === 'file');
  addEventListener('dragover', event => {
    if (!files(event)) return;
    event.preventDefault();
    document.body.classList.add('dropping');
  });
  addEventListener('dragleave', event => { if (!event.relatedTarget) document.body.classList.remove('dropping'); });
  addEventListener('drop', async event => {
    document.body.classList.remove('dropping');
    const word = [...event.dataTransfer?.files ?? []].find(isWord);
    if (!word) return;
    event.preventDefault();
    event.stopPropagation();
    const sent = new FormData();
    sent.append('File', word);
    sent.append('Type', link.dataset.import);
    sent.append('__RequestVerificationToken', form.querySelector('[name=__RequestVerificationToken]').value);
    link.textContent = `Đang nhập ${word.name}…`;
    const answer = await fetch(link.pathname, { method: 'POST', body: sent }).catch(() => null);
    if (answer?.redirected) location.assign(answer.url);
    else {
      const page = answer && new DOMParser().parseFromString(await answer.text(), 'text/html');
      link.textContent = page?.querySelector('.esum li')?.textContent?.trim() ?? 'Chưa nhập được. Bấm vào đây để thử lại.';
    }
  }, true);
}
