// Reads the page aloud with the browser's own voice, where it has one for the text's language; else the button is not there.
const bar = document.querySelector('[data-listen]'), synth = window.speechSynthesis;
if (bar && synth) {
  const play = bar.querySelector('[data-play]'), stop = bar.querySelector('[data-stop]'), words = play.querySelector('span');
  const main = bar.closest('main'), language = bar.closest('[lang]').lang;
  const said = 'h1,h2,h3,p,li,dt,dd,th,td,summary,figcaption';
  const silent = 'aside,nav,script,template,.listen,.post-qr,.signed,.ask,.lang-note,.sr,.changes,thead,[hidden],[aria-hidden=true]';
  let parts = [], at = 0, state = '';

  const voice = () => synth.getVoices().find(one => one.lang.toLowerCase().replace('_', '-').split('-')[0] === language);

  /** The words of an element that no smaller one of these says. */
  function own(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, { acceptNode: node => {
      const near = node.parentElement.closest(said);
      return near === element && !node.parentElement.closest(silent) ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
    } });
    let text = element.dataset.l ? element.dataset.l + ': ' : '';   // a cell says its column, as it does on a telephone
    while (walker.nextNode()) text += (walker.currentNode.parentElement.closest('small') && text.trim() ? ', ' : '') + walker.currentNode.data;
    return text.replace(/\s+/g, ' ').trim();
  }

  /** Title and text in order, in pieces short enough for voices that stop after a while. */
  function gather() {
    const all = [...main.querySelectorAll(said)];
    return all.slice(Math.max(0, all.findIndex(element => element.tagName === 'H1')))
      .flatMap(element => own(element).split(/(?<=[.!?;:])\s+/).flatMap(text => text.match(/.{1,180}(?:\s|$)|\S{1,180}/g) || []).map(text => ({ element, text: text.trim() })))
      .filter(part => /[\p{L}\p{N}]/u.test(part.text));
  }

  function show(now) {
    state = now;
    words.textContent = now === 'on' ? play.dataset.pause : now === 'paused' ? play.dataset.on : play.dataset.fromStart;
    stop.hidden = !now;
    main.querySelectorAll('.heard').forEach(element => element.classList.remove('heard'));
    if (now) parts[at]?.element.classList.add('heard');
  }

  function speak() {
    if (at >= parts.length) { at = 0; return show(''); }
    const piece = new SpeechSynthesisUtterance(parts[at].text);
    piece.voice = voice();
    piece.lang = piece.voice?.lang || language;
    const mine = at;
    piece.onend = () => { if (state === 'on' && at === mine) { at++; speak(); } };
    piece.onerror = event => { if (state === 'on' && at === mine && !/canceled|interrupted/.test(event.error)) { at = 0; show(''); } };
    show('on');
    synth.speak(piece);
  }

  // Cancelled and begun again at the same piece: many telephones do not go on after pause().
  const silence = now => { show(now); synth.cancel(); };
  play.addEventListener('click', () => {
    if (state === 'on') return silence('paused');
    if (!state) { parts = gather(); at = 0; }
    speak();
  });
  stop.addEventListener('click', () => { at = 0; silence(''); play.focus(); });
  addEventListener('pagehide', () => silence(''));

  const offer = () => { if (voice()) bar.hidden = false; };
  synth.addEventListener?.('voiceschanged', offer);
  offer();
}
