// Shortens SVG paths: absolute points are rounded to a grid first, then written as relative steps, so no error adds up.
const sizes = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };

function* commands(d) {
  const tokens = /([MLHVCSQTAZ])|(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)/gi;
  let letter = '', args = [], match;
  const flagAware = d.replace(/([aA])([^a-zA-Z]*)/g, (_, a, rest) => a + spreadFlags(rest));
  while ((match = tokens.exec(flagAware))) {
    if (match[1]) {
      letter = match[1];
      if (letter.toUpperCase() === 'Z') yield { letter, args: [] };
      continue;
    }
    args.push(Number(match[2]));
    if (args.length === sizes[letter.toUpperCase()]) {
      yield { letter, args };
      args = [];
      if (letter === 'M') letter = 'L';
      if (letter === 'm') letter = 'l';
    }
  }
}

/** Arc flags may be written without a gap ("a8 8 0 01-8 8"): give each its own token. */
function spreadFlags(rest) {
  const out = [];
  let text = rest, i = 0;
  const number = /^[\s,]*(-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?)/i, flag = /^[\s,]*([01])/;
  while (text.trim()) {
    const m = (i % 7 === 3 || i % 7 === 4 ? flag : number).exec(text);
    if (!m) break;
    out.push(m[1]);
    text = text.slice(m[0].length);
    i++;
  }
  return out.join(' ');
}

export function shorten(d, grid = 1) {
  const snap = v => Math.round(v / grid) * grid;
  const text = v => String(Number(v.toFixed(2))).replace(/^(-?)0\./, '$1.');
  let exact = [0, 0], pen = [0, 0], startExact = [0, 0], startPen = [0, 0], out = '', last = '';
  for (const { letter, args } of commands(d)) {
    const kind = letter.toUpperCase(), relative = letter !== kind;
    let abs = [...args];
    const [ox, oy] = relative ? exact : [0, 0];
    if (kind === 'H') abs = [args[0] + ox];
    else if (kind === 'V') abs = [args[0] + oy];
    else if (kind === 'A') { abs[5] += ox; abs[6] += oy; }
    else abs = args.map((v, i) => v + (i % 2 ? oy : ox));

    let steps = [], code = kind.toLowerCase();
    if (kind === 'Z') { exact = startExact; pen = startPen; }
    else if (kind === 'H') { exact = [abs[0], exact[1]]; const x = snap(abs[0]); steps = [x - pen[0]]; pen = [x, pen[1]]; }
    else if (kind === 'V') { exact = [exact[0], abs[0]]; const y = snap(abs[0]); steps = [y - pen[1]]; pen = [pen[0], y]; }
    else {
      exact = abs.slice(-2);
      const end = exact.map(snap);
      if (kind === 'A') steps = [Math.max(snap(abs[0]), grid), Math.max(snap(abs[1]), grid), 0, abs[3], abs[4], end[0] - pen[0], end[1] - pen[1]];
      else steps = abs.map((v, i) => snap(v) - pen[i % 2]);
      if (kind === 'L' && steps[0] === 0) { code = 'v'; steps = [steps[1]]; }
      else if (kind === 'L' && steps[1] === 0) { code = 'h'; steps = [steps[0]]; }
      pen = end;
      if (kind === 'M') { startExact = exact; startPen = pen; code = out ? 'm' : 'M'; if (!out) steps = pen; }
    }
    if ('lhv'.includes(code) && steps.every(s => s === 0)) continue;
    const args2 = steps.map(text).reduce((s, v, i) => s + (i && !v.startsWith('-') ? ' ' : '') + v, '');
    out += code === last && code !== 'm' && steps.length ? (args2.startsWith('-') ? '' : ' ') + args2 : code + args2;
    last = code;
  }
  return out;
}

export const shortenAll = (svg, grid = 1) => svg.replace(/ d="([^"]+)"/g, (_, d) => ` d="${shorten(d, grid)}"`);
