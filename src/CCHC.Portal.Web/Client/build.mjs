// Builds ../wwwroot/dist from the npm packages named in package.json and the files in css/, js/ and /themes.
//   npm ci && npm run build
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileURLToPath } from 'node:url';
import zlib from 'node:zlib';
import { build as esbuild } from 'esbuild';
import subsetFont from 'subset-font';
import { dropSelectors, dropUnread, minify, parse, readProperties, write } from './tools/css.mjs';
import { shortenAll } from './tools/svg.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const themesRoot = path.resolve(here, '../../../themes');
const dist = path.resolve(here, '../wwwroot/dist');
const modules = name => path.join(here, 'node_modules', name);
const read = file => fs.readFileSync(file, 'utf8');
const run = promisify(execFile);

const assets = {};
const sizes = [];

/** Writes a file under a name that carries its content, and remembers it under its plain name. */
function emit(logical, content) {
  const bytes = Buffer.from(content);
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8);
  const { dir, name, ext } = path.posix.parse(logical);
  const real = path.posix.join(dir, `${name}.${hash}${ext}`);
  fs.mkdirSync(path.join(dist, dir), { recursive: true });
  fs.writeFileSync(path.join(dist, real), bytes);
  assets[logical] = real;
  const br = zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }).length;
  sizes.push({ logical, raw: bytes.length, br: ext === '.woff2' ? bytes.length : br });
  return real;
}

// ── fonts: one file per weight, Vietnamese and Latin together, no hinting, four layout features ──
async function fonts() {
  const vietnamese = 'ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ';
  const ascii = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');
  const text = ascii + vietnamese + vietnamese.toUpperCase() + '–—‘’“”…•·₫°²³×«»©\u00a0→←↑↓\u0300\u0301\u0303\u0309\u0323';
  const features = { targetFormat: 'woff2', noHinting: true, keepFeatures: ['ccmp', 'mark', 'mkmk', 'kern'] };
  for (const [weight, face] of [[400, '400Regular'], [600, '600SemiBold'], [700, '700Bold']]) {
    const ttf = fs.readFileSync(modules(`@expo-google-fonts/be-vietnam-pro/${face}/BeVietnamPro_${face}.ttf`));
    emit(`bvp-${weight}.woff2`, await subsetFont(ttf, text, features));
    // Leaflets carry the letters they use inside the PDF.
    if (weight !== 600) emit(`bvp-${weight}.ttf`, await subsetFont(ttf, text, { targetFormat: 'sfnt', noHinting: true }));
  }
}

// ── the design system: only the components the pages use, without the variants they do not ──
const unusedParts = /data-variant|::part|\.ds-skiplink|data-field|role=switch|ds-field-affix|ds-card|data-weight|data-position|clickdelegate|readonly|read-only|:indeterminate|data-size=|dir\(rtl\)/;

function designSystem(components) {
  const css = components.map(name => read(modules(`@digdir/designsystemet-css/dist/src/${name}.css`))).join('')
    .replaceAll(/:(is|not)\(summary,u-summary\)/g, (_, kind) => kind === 'is' ? 'summary' : ':not(summary)');
  return write(dropSelectors(parse(minify('ds.css', `@layer ds.components{${css}}`)), unusedParts));
}

/** Of the design system's base only the :root properties that components read; the page's own base is portal.css. */
function sharedProperties() {
  const base = parse(minify('base.css', read(modules('@digdir/designsystemet-css/dist/src/base.css'))));
  const flat = base.flatMap(n => n.head?.startsWith('@supports') ? [] : [n]);
  return `@layer ds.base{${write(flat.filter(n => n.head?.startsWith(':root')))}:root{--ds-icon-size:1.5rem}}`;
}

// ── theme tokens: the CLI makes the colour scales, theme.css adds what the scales lack ──
async function themeTokens(theme) {
  const work = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-theme-'));
  try {
    const config = path.join(work, 'theme.config.json');
    const settings = JSON.parse(read(path.join(themesRoot, theme, 'theme.config.json')));
    fs.writeFileSync(config, JSON.stringify({ ...settings, outDir: 'tokens', clean: false }));
    const cli = modules('@digdir/designsystemet/dist/bin/designsystemet.js');
    const quiet = { cwd: work, env: { ...process.env, NODE_NO_WARNINGS: '1' }, maxBuffer: 1 << 24 };
    await run(process.execPath, [cli, 'tokens', 'create', '--config', 'theme.config.json'], quiet);
    await run(process.execPath, [cli, 'tokens', 'build', '-t', 'tokens', '-o', 'css', '--config', 'theme.config.json'], quiet);
    return read(path.join(work, 'css', `${theme}.css`))
      .replace(/@layer ds\.theme\.typography\.secondary \{[\s\S]*?\n\}\n\}/, '');
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

/** The dark block of theme.css serves data-color-scheme="auto" too, once the system asks for dark. */
function ownTokens(theme) {
  const own = read(path.join(themesRoot, theme, 'theme.css'));
  const dark = /\[data-color-scheme=dark\]\{([\s\S]*?)\n\}/.exec(own);
  if (!dark) throw new Error(`themes/${theme}/theme.css: no [data-color-scheme=dark]{ … } block at the start of a line.`);
  return `${own}@layer ds.theme{@media (prefers-color-scheme:dark){[data-color-scheme=auto]{${dark[1]}}}}`;
}

/** :root carries the light values already, so the block for "auto in light" only repeats them. */
const withoutLightRepeat = nodes => nodes.filter(n => !(n.children && /^@media \(prefers-color-scheme:\s*light\)$/.test(n.head)))
  .map(n => n.children ? { ...n, children: withoutLightRepeat(n.children) } : n);

async function stylesheets() {
  const own = name => read(path.join(here, 'css', name)).replace(/url\("(bvp-\d+\.woff2)"\)/g, (_, font) => `url("${assets[font]}")`);
  const layers = '@layer ds.theme,ds.base,ds.components,portal;';
  const publicParts = sharedProperties() + designSystem(['skip-link', 'details']) + own('portal.css');
  const forms = parse(minify('forms.css', designSystem(['label', 'field', 'fieldset', 'input']) + own('forms.css')));
  const workspace = parse(minify('workspace.css', designSystem(['label', 'field', 'fieldset', 'input']) + own('forms.css') + own('workspace.css')));
  const names = fs.readdirSync(themesRoot).filter(t => fs.existsSync(path.join(themesRoot, t, 'theme.config.json'))).sort();

  const tokens = await Promise.all(names.map(themeTokens));
  const kept = new Set();
  for (const [i, theme] of names.entries()) {
    const css = layers + tokens[i] + ownTokens(theme) + publicParts;
    const sheet = dropSelectors(withoutLightRepeat(parse(minify(`${theme}.css`, css))), /\[data-color=/);
    const used = readProperties([sheet, forms, workspace]);
    used.forEach(name => kept.add(name));
    emit(`${theme}.css`, minify(`${theme}.css`, write(dropUnread(sheet, used))));
    emit(`themes/${theme}/emblem.svg`, read(path.join(themesRoot, theme, 'emblem.svg')).trim());
  }
  emit('forms.css', minify('forms.css', write(dropUnread(forms, kept))));
  emit('workspace.css', minify('workspace.css', write(dropUnread(workspace, kept))));
  emit('emergency.css', minify('emergency.css', own('emergency.css')));
  emit('altcha.css', minify('altcha.css', read(modules('altcha/dist/external/altcha.css')) + own('altcha.css')));
}

// ── icon sprites ──
function icons() {
  const symbol = id => {
    const duotone = id.endsWith('-d'), name = duotone ? id.slice(0, -2) : id;
    const file = duotone ? `duotone/${name}-duotone.svg` : `regular/${name}.svg`;
    const inner = read(modules(`@phosphor-icons/core/assets/${file}`)).replace(/^[\s\S]*?<svg[^>]*>/, '').replace('</svg>', '');
    return `<symbol id="${id}" viewBox="0 0 256 256">${shortenAll(inner)}</symbol>`;
  };
  for (const [file, names] of Object.entries(JSON.parse(read(path.join(here, 'icons.json'))))) {
    emit(file, `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join('')}</svg>`);
  }
}

// ── scripts ──
async function scripts() {
  const bundle = async (entry, options = {}) => {
    const result = await esbuild({
      entryPoints: [entry], bundle: true, minify: true, write: false, format: 'iife', legalComments: 'none',
      target: 'es2020', logLevel: 'error', ...options,
    });
    return result.outputFiles[0].text;
  };
  const worker = emit('altcha-worker.js', await bundle(modules('altcha/dist/workers/pbkdf2.js')));
  const js = name => path.join(here, 'js', name);
  emit('altcha.js', await bundle(js('altcha.js'), { format: 'esm', define: { WORKER_FILE: JSON.stringify(worker) } }));
  emit('feedback.js', await bundle(js('feedback.js')));
  emit('enhance.js', await bundle(js('enhance.js')));
  emit('listen.js', await bundle(js('listen.js')));
  emit('offline.js', await bundle(js('offline.js')));
  emit('media.js', await bundle(js('media.js')));
  emit('upload.js', await bundle(js('upload.js'), { platform: 'browser' }));
  emit('keep.js', await bundle(js('keep.js')));
  emit('cover.js', await bundle(js('cover.js')));
  emit('queue.js', await bundle(js('queue.js')));
  emit('suggest.js', await bundle(js('suggest.js')));
  emit('editor.js', await bundle(js('editor.js'), { format: 'esm' }));
}

function licences() {
  const parts = [
    ['Be Vietnam Pro (font, subset)', '@expo-google-fonts/be-vietnam-pro/LICENSE_FONT'],
    ['Phosphor Icons', '@phosphor-icons/core/LICENSE'],
    ['Designsystemet CSS', '@digdir/designsystemet-css/LICENSE'],
    ['ALTCHA', 'altcha/LICENSE.txt'],
    ['ProseMirror (the desk\'s editor)', 'prosemirror-view/LICENSE'],
    ['markdown-it', 'markdown-it/LICENSE'],
    ['tus-js-client', 'tus-js-client/LICENSE'],
  ];
  const text = parts.map(([title, file]) => `${title}\n${'='.repeat(title.length)}\n\n${read(modules(file)).replace(/\r\n/g, '\n').trim()}\n`).join('\n\n');
  fs.writeFileSync(path.join(dist, 'LICENSES.txt'), text);
  assets['LICENSES.txt'] = 'LICENSES.txt';
}

/** Brotli bytes; a public page may not grow past them without somebody deciding so. */
const budgets = [
  ['public CSS', 14500, n => n.endsWith('.css') && !['forms.css', 'workspace.css', 'altcha.css', 'emergency.css'].includes(n), Math.max],
  ['fonts 400 + 700', 22500, n => ['bvp-400.woff2', 'bvp-700.woff2'].includes(n), (...all) => all.reduce((a, b) => a + b)],
  ['public icons', 4000, n => n === 'icons.svg', Math.max],
  ['feedback.js', 3000, n => n === 'feedback.js', Math.max],
  ['suggest.js', 600, n => n === 'suggest.js', Math.max],
  ['enhance.js', 1500, n => n === 'enhance.js', Math.max],
  ['listen.js', 1200, n => n === 'listen.js', Math.max],
  ['offline.js', 2200, n => n === 'offline.js', Math.max],
  ['editor.js', 130000, n => n === 'editor.js', Math.max],
  ['media.js', 3000, n => n === 'media.js', Math.max],
  ['upload.js', 25000, n => n === 'upload.js', Math.max],
];

function report() {
  console.log('file'.padEnd(44) + 'raw'.padStart(8) + 'br'.padStart(8));
  for (const s of sizes.sort((a, b) => a.logical.localeCompare(b.logical, 'en'))) {
    console.log(assets[s.logical].padEnd(44) + String(s.raw).padStart(8) + String(s.br).padStart(8));
  }
  for (const [title, limit, match, combine] of budgets) {
    const br = combine(...sizes.filter(s => match(s.logical)).map(s => s.br));
    console.log(`${title.padEnd(36)}${String(br).padStart(8)} of ${limit}`);
    if (br > limit) process.exitCode = 1;
  }
  if (process.exitCode) console.log('Over budget: see above.');
}

fs.rmSync(dist, { recursive: true, force: true });
fs.mkdirSync(dist, { recursive: true });
await fonts();
await Promise.all([stylesheets(), scripts()]);
icons();
licences();
fs.writeFileSync(path.join(dist, 'assets.json'), JSON.stringify(Object.fromEntries(Object.entries(assets).sort(([a], [b]) => a < b ? -1 : 1)), null, 2) + '\n');
report();
