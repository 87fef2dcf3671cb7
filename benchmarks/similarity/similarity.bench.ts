import { performance } from 'node:perf_hooks';
import { createSimilarIndex } from '../../plugins/pilot-common/src/similar';
import {
  catalogOf,
  development,
  heldOut,
  lastCheck,
  withTexts,
  type LabelledPair,
  type Text,
} from './labelledPairs';
import { methods, type Method } from './methods';
import { bestThreshold, orderOf, qualityAt, type Judged } from './quality';

const catalogSize = 10_000;
const queries = 20;

function judge(
  method: Method,
  pairs: readonly LabelledPair[],
  unbounded = false,
): Judged[] {
  const catalog = catalogOf(pairs);
  const scoresOf = method(catalog);
  const scores = catalog.map(scoresOf);
  const scale = (id: number) => (unbounded ? scores[id].get(id) ?? 1 : 1);
  const share = (asked: number, found: number) =>
    (scores[asked].get(found) ?? 0) / scale(asked);
  return pairs.map(({ same }, at) => ({
    same,
    score: Math.sqrt(share(2 * at, 2 * at + 1) * share(2 * at + 1, 2 * at)),
  }));
}

/** Entities made of the words of all pairs, the same in every run. */
function madeUpCatalog(): Text[] {
  let state = 1;
  const below = (end: number) => {
    state = (state * 48_271) % 2_147_483_647;
    return Math.floor((state / 2_147_483_647) * end);
  };
  const words = catalogOf([...development, ...heldOut])
    .flatMap(({ title, text }) => `${title} ${text ?? ''}`.split(/[^\p{L}]+/u))
    .filter(Boolean);
  const some = (count: number) =>
    Array.from({ length: count }, () => words[below(words.length)]).join(' ');
  return Array.from({ length: catalogSize }, () => ({
    title: some(2),
    text: some(5 + below(20)),
  }));
}

const candidatesOf = (texts: readonly Text[]) =>
  texts.map(({ title, text }, at) => ({
    ref: `pilot:default/${at}`,
    name: `${at}`,
    title,
    text,
    capability: null,
  }));

/** The index as it is shipped: every pair of a catalog, asked one by one. */
function asShipped(
  pairs: readonly LabelledPair[],
  others: readonly Text[] = [],
): Judged[] {
  const candidates = candidatesOf([...catalogOf(pairs), ...others]);
  const index = createSimilarIndex(candidates);
  return pairs.map(({ same }, at) => {
    const [a, b] = [candidates[2 * at], candidates[2 * at + 1]];
    const found = index.find(a, { limit: 3 }).some(({ ref }) => ref === b.ref);
    return { same, score: found ? 1 : 0 };
  });
}

const two = (value: number) => value.toFixed(2);
const row = (name: string, ...values: Array<string | number>) =>
  console.log(
    `| ${name.padEnd(38)} | ${values
      .map(value =>
        (typeof value === 'number' ? two(value) : value).padStart(9),
      )
      .join(' | ')} |`,
  );
const heading = (...names: string[]) => {
  const [first, ...others] = names;
  row(first, ...others);
  row('-'.repeat(38), ...others.map(() => '-'.repeat(9)));
};
const numbers = (judged: readonly Judged[], threshold: number) => {
  const { precision, recall, f1 } = qualityAt(judged, threshold);
  return [precision, recall, f1];
};

function compareQuality() {
  const [chosen, checked] = [development, heldOut].map(withTexts);
  console.log(
    `\n${chosen.length} pairs for development, then ${checked.length} held out\n`,
  );
  const columns = ['order', 'precision', 'recall', 'F1'];
  heading('Method', 'threshold', ...columns, ...columns);
  for (const { name, method, unbounded } of methods) {
    const chosenOn = judge(method, chosen, unbounded);
    const checkedOn = judge(method, checked, unbounded);
    const threshold = bestThreshold(chosenOn);
    row(
      name,
      threshold.toFixed(3),
      orderOf(chosenOn),
      ...numbers(chosenOn, threshold),
      orderOf(checkedOn),
      ...numbers(checkedOn, threshold),
    );
  }
}

function compareShipped() {
  console.log('\nAs shipped, among the first three that are shown\n');
  heading('Catalog', 'precision', 'recall', 'F1');
  const madeUp = madeUpCatalog();
  row('development', ...numbers(asShipped(development), 1));
  row('held out', ...numbers(asShipped(heldOut), 1));
  row('last check', ...numbers(asShipped(lastCheck), 1));
  for (const others of [1_000, catalogSize]) {
    row(
      `held out, last check, ${others} others`,
      ...numbers(
        asShipped([...heldOut, ...lastCheck], madeUp.slice(0, others)),
        1,
      ),
    );
  }
}

function compareSorts() {
  console.log('\nAs shipped, held-out pairs and last check, by sort\n');
  heading('Sort', 'pairs', 'called so');
  const judged = [heldOut, lastCheck].flatMap(pairs =>
    asShipped(pairs).map(({ score }, at) => ({ ...pairs[at], score })),
  );
  const labels = judged.map(
    ({ sort, same }) => `${same ? 'same' : 'different'}: ${sort}`,
  );
  for (const label of new Set(labels)) {
    const some = judged.filter((_, at) => labels[at] === label);
    const called = some.filter(({ score }) => score === 1);
    row(label, `${some.length}`, `${called.length}`);
  }
  console.log('\nWhat it gets wrong of these\n');
  for (const { score, same, sort, a, b } of judged) {
    if (score !== Number(same)) {
      const mistake = same ? 'missed' : 'warned';
      console.log(`${mistake} (${sort}): ${a.title} / ${b.title}`);
    }
  }
}

function compareTimes() {
  const catalog = madeUpCatalog();
  const asked = catalogOf(heldOut).slice(0, queries);
  const shipped: Method = texts => {
    const index = createSimilarIndex(candidatesOf(texts));
    return text => {
      index.find(text);
      return new Map();
    };
  };
  const all = [...methods, { name: 'as shipped', method: shipped }];
  const built = all.map(({ method }) => {
    const start = performance.now();
    const ask = method(catalog);
    return { ask, took: performance.now() - start };
  });
  const asking = all.map(() => 0);
  for (const text of asked) {
    built.forEach(({ ask }, at) => {
      const start = performance.now();
      ask(text);
      asking[at] += performance.now() - start;
    });
  }
  const last = all.length - 1;
  console.log(
    `\nTime with ${catalogSize} texts, as a ratio to what is shipped ` +
      `(${built[last].took.toFixed(0)} ms to build, ` +
      `${(asking[last] / queries).toFixed(1)} ms to ask)\n`,
  );
  heading('Method', 'build', 'ask');
  all.forEach(({ name }, at) =>
    row(name, built[at].took / built[last].took, asking[at] / asking[last]),
  );
}

compareQuality();
compareShipped();
compareSorts();
compareTimes();
