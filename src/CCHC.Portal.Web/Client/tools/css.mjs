// A small reader and writer of minified CSS: drops rules nobody uses and custom properties nobody reads.
import { transform } from 'lightningcss';

const targets = { chrome: 111 << 16, safari: (16 << 16) | (4 << 8), firefox: 113 << 16 };

export function minify(name, css) {
  const result = transform({ filename: name, code: Buffer.from(css), minify: true, errorRecovery: true, targets });
  return Buffer.from(result.code).toString('utf8');
}

/** Cuts minified CSS into [{ head, body }] (body: string for declarations, array for nested rules) and plain statements. */
export function parse(css) {
  let at = 0;
  const skipString = () => {
    const quote = css[at++];
    while (at < css.length && css[at] !== quote) at += css[at] === '\\' ? 2 : 1;
    at++;
  };
  const block = () => {
    const nodes = [];
    let start = at;
    while (at < css.length) {
      const c = css[at];
      if (c === '"' || c === "'") { skipString(); continue; }
      if (c === '(') { parens(); continue; }
      if (c === '{') {
        const head = css.slice(start, at);
        at++;
        const children = block();
        nodes.push({ head, children });
        start = at;
        continue;
      }
      if (c === ';') { nodes.push({ text: css.slice(start, at) }); start = ++at; continue; }
      if (c === '}') break;
      at++;
    }
    if (start < at) nodes.push({ text: css.slice(start, at) });
    at++;
    return nodes.filter(n => n.children || n.text.trim());
  };
  const parens = () => {
    at++;
    while (at < css.length && css[at] !== ')') {
      if (css[at] === '"' || css[at] === "'") skipString();
      else if (css[at] === '(') parens();
      else at++;
    }
    at++;
  };
  return block();
}

export function write(nodes) {
  return nodes.map((n, i) => {
    if (n.children) return `${n.head}{${write(n.children)}}`;
    const last = i === nodes.length - 1;
    return last && !n.text.startsWith('@') ? n.text : `${n.text};`;
  }).join('');
}

export function walk(nodes, visit) {
  return nodes.flatMap(n => {
    const kept = visit(n);
    if (!kept) return [];
    if (!kept.children) return [kept];
    const children = walk(kept.children, visit);
    return children.length ? [{ ...kept, children }] : [];
  });
}

/** Drops single selectors that match a pattern; a rule goes when all of its selectors go. */
export function dropSelectors(nodes, pattern) {
  return walk(nodes, n => {
    if (!n.children || n.head.startsWith('@')) return n;
    const kept = splitSelectors(n.head).filter(s => !pattern.test(s));
    return kept.length ? { ...n, head: kept.join(',') } : null;
  });
}

function splitSelectors(head) {
  const parts = [];
  let depth = 0, start = 0;
  for (let i = 0; i < head.length; i++) {
    if ('([' .includes(head[i])) depth++;
    else if (')]'.includes(head[i])) depth--;
    else if (head[i] === ',' && depth === 0) { parts.push(head.slice(start, i)); start = i + 1; }
  }
  return [...parts, head.slice(start)];
}

/** The custom properties that the real declarations of the sheets end up reading, followed to a fixpoint. */
export function readProperties(sheets) {
  const needs = new Map();
  const read = new Set();
  const usesIn = text => [...text.matchAll(/var\(\s*(--[\w-]+)/g)].map(m => m[1]);
  for (const sheet of sheets) {
    walk(sheet, n => {
      if (n.children) { if (n.head.startsWith('@')) usesIn(n.head).forEach(u => read.add(u)); return n; }
      const own = /^\s*(--[\w-]+)\s*:/.exec(n.text)?.[1];
      if (own) needs.set(own, [...(needs.get(own) ?? []), ...usesIn(n.text)]);
      else usesIn(n.text).forEach(u => read.add(u));
      return n;
    });
  }
  const queue = [...read];
  while (queue.length) {
    for (const next of needs.get(queue.pop()) ?? []) {
      if (!read.has(next)) { read.add(next); queue.push(next); }
    }
  }
  return read;
}

export function dropUnread(sheet, read) {
  return walk(sheet, n => {
    if (n.children) return n;
    const own = /^\s*(--[\w-]+)\s*:/.exec(n.text)?.[1];
    return own && !read.has(own) ? null : n;
  });
}
