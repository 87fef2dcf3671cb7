import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { GramIndex } from '../../plugins/pilot-common/src/similar/GramIndex';
import { stopWords } from '../../plugins/pilot-common/src/similar/stopWords';
import { wordsOf } from '../../plugins/pilot-common/src/similar/words';
import type { Text } from './labelledPairs';

/** Reads a catalog; then gives the raw scores of a text with all of its texts. */
export type Method = (
  catalog: readonly Text[],
) => (asked: Text) => ReadonlyMap<number, number>;

const wordForms = ({ title, text }: Text) =>
  wordsOf(title, text).map(({ written }) => written.toLowerCase());
const grams = ({ title, text }: Text) => [
  ...new Set(wordsOf(title, text).flatMap(word => word.grams)),
];

/** The shared part of all that either says. */
const jaccard =
  (termsOf: (text: Text) => string[]): Method =>
  catalog => {
    const all = catalog.map(text => new Set(termsOf(text)));
    return asked => {
      const own = new Set(termsOf(asked));
      return new Map(
        all.map((terms, id) => {
          const shared = [...own].filter(term => terms.has(term)).length;
          return [id, shared / (own.size + terms.size - shared || 1)];
        }),
      );
    };
  };

const fuse =
  (useTokenSearch: boolean, query: (text: Text) => string): Method =>
  catalog => {
    const index = new Fuse(
      catalog.map((text, id) => ({ ...text, id })),
      {
        keys: [{ name: 'title', weight: 2 }, 'text'],
        includeScore: true,
        ignoreLocation: true,
        useTokenSearch,
      },
    );
    return asked =>
      new Map(
        index
          .search(query(asked))
          .map(({ item, score = 1 }) => [item.id, 1 - score]),
      );
  };

const lunrStemmed: Method = catalog => {
  const index = lunr(builder => {
    builder.ref('id');
    builder.field('title', { boost: 2 });
    builder.field('text');
    catalog.forEach(({ title, text }, id) =>
      builder.add({ id: String(id), title, text: text ?? '' }),
    );
  });
  return asked =>
    new Map(
      index
        .query(query =>
          query.term(lunr.tokenizer(`${asked.title} ${asked.text ?? ''}`), {}),
        )
        .map(({ ref, score }) => [Number(ref), score]),
    );
};

/** Porter's stemmer, as lunr brings it. */
const stemmed = (word: string) =>
  lunr.stemmer(new lunr.Token(word, {})).toString();

const miniSearch =
  (
    searchOptions: SearchOptions = {},
    form: (word: string) => string = word => word,
  ): Method =>
  catalog => {
    const index = new MiniSearch({
      fields: ['title', 'text'],
      processTerm: term => {
        const word = term.toLowerCase();
        return stopWords.has(word) ? null : form(word);
      },
      searchOptions: { boost: { title: 2 }, ...searchOptions },
    });
    index.addAll(
      catalog.map(({ title, text }, id) => ({ id, title, text: text ?? '' })),
    );
    return asked =>
      new Map(
        index
          .search(`${asked.title} ${asked.text ?? ''}`)
          .map(({ id, score }) => [id, score]),
      );
  };

const miniSearchGrams: Method = catalog => {
  const index = new GramIndex(catalog.map(grams));
  const everything = new Set(catalog.keys());
  return asked => index.common(grams(asked), everything);
};

/** Every candidate. The ones of the catalog's own scale need no self-score. */
export const methods: ReadonlyArray<{
  readonly name: string;
  readonly method: Method;
  /** Scores without an upper bound; a text's score with itself is its 1. */
  readonly unbounded?: boolean;
}> = [
  { name: 'words in common (Jaccard)', method: jaccard(wordForms) },
  { name: 'runs of letters in common (Jaccard)', method: jaccard(grams) },
  { name: 'Fuse.js, fuzzy, by title', method: fuse(false, text => text.title) },
  {
    name: 'Fuse.js, token search, by title',
    method: fuse(true, text => text.title),
  },
  {
    name: 'Fuse.js, token search, by all words',
    method: fuse(true, text => wordForms(text).join(' ')),
  },
  { name: 'lunr, stemmed', method: lunrStemmed, unbounded: true },
  { name: 'MiniSearch, words', method: miniSearch(), unbounded: true },
  {
    name: 'MiniSearch, words, prefixes',
    method: miniSearch({ prefix: term => term.length > 3 }),
    unbounded: true,
  },
  {
    name: 'MiniSearch, words, fuzzy',
    method: miniSearch({ fuzzy: 0.2 }),
    unbounded: true,
  },
  {
    name: 'MiniSearch, words, stemmed',
    method: miniSearch({}, stemmed),
    unbounded: true,
  },
  { name: 'MiniSearch, runs of letters', method: miniSearchGrams },
];
