// Keeps on the visitor's machine what one needs when the network is gone: numbers, emergency guides, one-stop desks and the last pages read.
// Only pages the server calls public; never a form, a case, a search or the desk. The server puts self.portal in front of this file.
const { shell, needed, offline, sections, write } = self.portal;
const names = { parts: 'portal-tep', needed: 'portal-can', read: 'portal-doc' };
const most = { parts: 80, read: 20 };
const patience = 6000, freshFor = 12 * 3600 * 1000;
const timeHeader = 'x-luu-luc';

const languageOf = url => /^\/en(\/|$)/.test(url.pathname) ? 'en' : 'vi';
const keyOf = url => url.origin + url.pathname;
const isReading = url => !url.search && sections.includes(url.pathname.replace(/^\/en(?=\/|$)/, '').split('/')[1] || '');
const isPublic = answer => answer.status === 200 && !answer.redirected
  && /^text\/html/.test(answer.headers.get('content-type') || '')
  && /\bpublic\b/.test(answer.headers.get('cache-control') || '') && !/no-store/.test(answer.headers.get('cache-control'));

self.addEventListener('install', event => event.waitUntil((async () => {
  await (await caches.open(names.parts)).addAll(shell);
  await Promise.all([...Object.values(offline), ...Object.values(write)].map(address => take(address, names.needed)));
  await self.skipWaiting();
})()));

self.addEventListener('activate', event => event.waitUntil((async () => {
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
  const open = (await self.clients.matchAll({ type: 'window' })).map(client => new URL(client.url));
  for (const language of new Set(open.map(languageOf))) await renew(language, true);
  // The page that brought this file was read, too. Only kinds that are for everybody are asked for again.
  for (const url of open.filter(isReading)) await take(keyOf(url), names.read);
})().catch(() => { /* tried again at the next page */ })));

self.addEventListener('message', event => {
  if (event.data === 'quen') event.waitUntil(caches.delete(names.read).then(() => event.source?.postMessage('da-quen')));
});

self.addEventListener('fetch', event => {
  const { request } = event, url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (url.pathname.startsWith('/dist/')) event.respondWith(part(request));
  else if (request.mode === 'navigate' && !/^\/(en\/)?quan-tri(\/|$)/.test(url.pathname)) event.respondWith(page(event, url));
});

/** Files whose names carry their contents: once here, always right. */
async function part(request) {
  const parts = await caches.open(names.parts);
  const kept = await parts.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.status === 200) {
    await parts.put(request.url, answer.clone());
    await prune(parts, most.parts);
  }
  return answer;
}

/** The network first; the copy when there is none, or when it takes too long. */
async function page(event, url) {
  const language = languageOf(url);
  const kept = url.search ? undefined : await find(url);
  const answer = (async () => {
    const came = await event.preloadResponse || await fetch(event.request);
    if (isReading(url) && isPublic(came)) event.waitUntil(keep(names.read, keyOf(url), came.clone()).then(() => renew(language)).catch(() => {}));
    if (came.status === 404 || came.status === 410) event.waitUntil(drop(url));   // taken away: the copy goes, too
    return came;
  })();
  try {
    return await (kept ? Promise.race([answer, new Promise(done => setTimeout(done, patience, null))]) : answer) || await copyOf(kept, language);
  } catch {
    return kept ? copyOf(kept, language) : await bare(url, language) || nothing(language);
  }
}

async function find(url) {
  for (const name of [names.read, names.needed]) {
    const kept = await (await caches.open(name)).match(keyOf(url));
    if (kept) return kept;
  }
}

/** The form to write in without a network; it holds nothing of anybody. */
async function bare(url, language) {
  if (!write[language] || url.pathname.replace(/^\/en(?=\/)/, '') !== '/phan-anh/gui') return;
  return (await caches.open(names.needed)).match(new URL(write[language], self.location.origin).href);
}

async function drop(url) {
  for (const name of [names.read, names.needed]) await (await caches.open(name)).delete(keyOf(url));
}

async function take(address, name) {
  const answer = await fetch(address, { cache: 'no-cache' });
  if (isPublic(answer)) await keep(name, new URL(address, self.location.origin).href, answer);
}

async function keep(name, key, answer) {
  const headers = new Headers(answer.headers);
  ['content-encoding', 'content-length'].forEach(gone => headers.delete(gone));
  headers.set(timeHeader, Date.now());
  const cache = await caches.open(name), body = await answer.blob();
  await cache.delete(key);   // put again it is the newest
  await cache.put(key, new Response(body, { status: 200, headers }));
  if (name === names.read) await prune(cache, most.read);
}

async function prune(cache, limit) {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - limit)).map(key => cache.delete(key)));
}

let renewing = null;
function renew(language, now) {
  return renewing ||= (async () => {
    const cache = await caches.open(names.needed);
    const all = [offline[language], write[language], ...needed[language]].filter(Boolean).map(address => new URL(address, self.location.origin).href);
    for (const address of all) {
      const at = Number((await cache.match(address))?.headers.get(timeHeader) || 0);
      if (!at || Date.now() - at > freshFor || (now && address !== all[0])) await take(address, names.needed);
    }
    const known = [...needed.vi, ...needed.en, ...Object.values(offline), ...Object.values(write)].map(address => new URL(address, self.location.origin).href);
    for (const key of await cache.keys()) if (!known.includes(key.url)) await cache.delete(key);
  })().finally(() => { renewing = null; });
}

const frame = async language => {
  const kept = await (await caches.open(names.needed)).match(new URL(offline[language], self.location.origin).href);
  return { kept, html: kept ? await kept.text() : '' };
};

const two = number => String(number).padStart(2, '0');
function moment(time, language) {
  const at = new Date(Number(time) + 7 * 3600 * 1000);   // Vietnam has one clock, without summer time
  const [hour, minute] = [at.getUTCHours(), two(at.getUTCMinutes())];
  return `${language === 'en' ? `${hour}:${minute}` : `${hour} giờ ${minute}`}, ${two(at.getUTCDate())}/${two(at.getUTCMonth() + 1)}/${at.getUTCFullYear()}`;
}

/** The copy, with the words of the offline page about its age on top. */
async function copyOf(kept, language) {
  const words = /<template id="ban-luu">([\s\S]*?)<\/template>/.exec((await frame(language)).html)?.[1] || '{0}';
  const note = words.replace('{0}', moment(kept.headers.get(timeHeader), language));
  return new Response((await kept.text()).replace(/<main[^>]*>/, found => found + note), { status: 200, headers: kept.headers });
}

/** Nothing kept of this page: the offline page with the list of what is. */
async function nothing(language) {
  const { kept, html } = await frame(language);
  if (!kept) return Response.error();
  const lines = [];
  for (const name of [names.read, names.needed]) {
    const cache = await caches.open(name);
    for (const key of (await cache.keys()).reverse()) {
      const url = new URL(key.url), copy = await cache.match(key);
      if (languageOf(url) !== language || [...Object.values(offline), ...Object.values(write)].includes(url.pathname) || lines.some(line => line.path === url.pathname)) continue;
      const title = /<title>([\s\S]*?)<\/title>/.exec(await copy.text())?.[1].split(' | ')[0] || url.pathname;
      lines.push({ path: url.pathname, html: `<li><a href="${url.pathname.replaceAll('&', '&amp;')}">${title}</a> <small class="meta">${moment(copy.headers.get(timeHeader), language)}</small></li>` });
    }
  }
  return new Response(html.replace(/(<ul[^>]*id="da-luu"[^>]*>)/, found => found + lines.map(line => line.html).join('')), { status: 503, headers: kept.headers });
}
