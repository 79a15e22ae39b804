// Sends clips piece by piece and goes on after a dropped line or a closed page (tus). Small files go with the form as ever.
import { Upload, isSupported } from 'tus-js-client';

const PIECE = 8 * 1024 * 1024;
const form = document.querySelector('form[data-upload]');

const big = file => file.size > 8 * 1024 * 1024 && /^(video|audio)\//.test(file.type) || /\.(mp4|m4v|mov|webm|mkv|3gp|mp3|m4a|wav|ogg|opus|flac)$/i.test(file.name);
const mb = bytes => (bytes / 1024 / 1024).toFixed(bytes < 10485760 ? 1 : 0).replace('.', ',') + ' MB';

function line(file) {
  const item = document.createElement('li');
  item.className = 'up';
  item.innerHTML = '<b></b><progress max="100" value="0"></progress><p class="meta"></p><p class="acts"><button type="button" class="btn sec2 sm" data-act="pause">Tạm dừng</button> <button type="button" class="btn sec2 sm" data-act="end">Hủy</button></p>';
  item.querySelector('b').textContent = file.name;
  item.querySelector('progress').setAttribute('aria-label', 'Tiến độ gửi ' + file.name);
  form.querySelector('[data-ups]').append(item);
  return item;
}

function send(file) {
  return new Promise(done => {
    const item = line(file), bar = item.querySelector('progress'), word = item.querySelector('.meta'), pause = item.querySelector('[data-act=pause]');
    const stopButtons = () => item.querySelector('.acts').remove();
    const upload = new Upload(file, {
      endpoint: form.dataset.upload,
      chunkSize: PIECE,
      retryDelays: [0, 1000, 3000, 5000, 10000, 20000, 30000, 60000],
      metadata: { filename: file.name, folder: form.elements.Folder.value },
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => {
        bar.value = Math.floor(sent / all * 100);
        word.textContent = `Đã gửi ${mb(sent)} trong ${mb(all)}`;
      },
      onShouldRetry: (error, attempt, options) => {
        const status = error.originalResponse?.getStatus() ?? 0;
        if (status === 0) word.textContent = 'Mất kết nối, đang thử gửi tiếp.';
        return status === 0 || status >= 500 || status === 409 || status === 423;
      },
      onError: error => {
        const words = error.originalResponse?.getBody();
        word.textContent = words && words.length < 300 && !words.startsWith('<') ? words : 'Chưa gửi được. Chọn lại đúng tệp này để gửi tiếp từ chỗ đang dở.';
        item.classList.add('bad');
        stopButtons();
        done(null);
      },
      onSuccess: () => {
        bar.value = 100;
        word.textContent = 'Đã gửi xong.';
        stopButtons();
        done({ address: form.dataset.done + upload.url.split('/').pop(), item, word });
      },
    });
    pause.addEventListener('click', () => {
      const running = pause.textContent === 'Tạm dừng';
      if (running) upload.abort(); else upload.start();
      pause.textContent = running ? 'Gửi tiếp' : 'Tạm dừng';
    });
    item.querySelector('[data-act=end]').addEventListener('click', () => {
      upload.abort(true);
      item.remove();
      done(null);
    });
    upload.findPreviousUploads().then(earlier => {
      if (earlier.length) {
        upload.resumeFromPreviousUpload(earlier[0]);
        word.textContent = 'Gửi tiếp từ chỗ đang dở.';
      }
      upload.start();
    });
  });
}

// What became of it is asked here too, so that a refusal is read beside its file.
async function outcome({ address, item, word }) {
  const answer = await fetch(address).catch(() => null);
  if (answer?.redirected) return answer.url;
  const words = answer && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.flash.bad')?.textContent.trim();
  item.classList.add('bad');
  word.textContent = words || 'Không biết tệp đã nhận chưa. Hãy xem trong thư viện.';
  return null;
}

if (form && isSupported) {
  form.querySelector('[data-big]').hidden = false;
  form.querySelector('[data-plain]').hidden = true;
  form.addEventListener('submit', async event => {
    const chosen = [...form.elements.Files.files], clips = chosen.filter(big);
    if (!clips.length) return;
    event.preventDefault();
    const button = form.querySelector('.acts button');
    button.disabled = true;
    const pages = [];
    for (const file of clips) {
      const sent = await send(file);
      const page = sent && await outcome(sent);
      if (page) pages.push(page);
    }
    button.disabled = false;
    const rest = chosen.filter(file => !big(file));
    if (rest.length) {
      const box = new DataTransfer();
      rest.forEach(file => box.items.add(file));
      form.elements.Files.files = box.files;
      form.submit();
    } else if (pages.length === clips.length) {
      location.href = pages.length === 1 ? pages[0] : form.dataset.list;
    }
  });
  addEventListener('beforeunload', event => {
    if (form.querySelector('.up .acts')) event.preventDefault();
  });
}
