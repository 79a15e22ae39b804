// Asks every question of questions.tsv and says how well the answers stand: recall@5 and mean reciprocal rank (of the first ten).
// node score.mjs http://localhost:5000 [questions.tsv]
import { readFileSync } from 'node:fs';

const [base, file = new URL('questions.tsv', import.meta.url)] = process.argv.slice(2);
const questions = readFileSync(file, 'utf8').split('\n').filter(line => /^(vi|en)\t/.test(line)).map(line => line.split('\t'));
let within = 0, reciprocal = 0, took = 0;
const missed = [];
for (const [language, question, answers] of questions) {
  const wanted = new Set(answers.split(' '));
  const answer = await (await fetch(`${base}${language === 'en' ? '/en' : ''}/tim-kiem?q=${encodeURIComponent(question)}`, { headers: { Accept: 'application/json' } })).json();
  const rank = answer.results.findIndex(result => wanted.has(result.url)) + 1;
  took += answer.took_ms;
  reciprocal += rank ? 1 / rank : 0;
  within += rank > 0 && rank <= 5 ? 1 : 0;
  if (!rank || rank > 5) missed.push(`${language} ${question}: ${rank || 'not'} found (${answer.results.slice(0, 3).map(result => result.url).join(' ')})`);
}
console.log(missed.join('\n'));
console.log(`questions ${questions.length}  recall@5 ${(within / questions.length).toFixed(3)}  MRR ${(reciprocal / questions.length).toFixed(3)}  took ${(took / questions.length).toFixed(1)} ms on average`);
