import { wordsOf } from './words';

const written = (...texts: Array<string | null | undefined>) =>
  wordsOf(...texts).map(word => word.written);

describe('the words of a text', () => {
  it.each<[string, string, string[]]>([
    [
      'keeps them as written',
      'Partner data sharing',
      ['Partner', 'data', 'sharing'],
    ],
    [
      'leaves out what joins',
      'Sharing of the data with a partner',
      ['Sharing', 'data', 'partner'],
    ],
    [
      'leaves out what joins in German',
      'Freigabe der Daten für Partner',
      ['Freigabe', 'Daten', 'Partner'],
    ],
    [
      'leaves out what joins in French',
      'Partage de données avec les équipes',
      ['Partage', 'données', 'équipes'],
    ],
    ['leaves out kinds of things', 'Recipient API service', ['Recipient']],
    ['names each once', 'Data, data and DATA', ['Data']],
    ['reads slugs', 'recipient-share_v2', ['recipient', 'share', 'v2']],
    [
      'reads other scripts',
      'データ 共有 передача',
      ['データ', '共有', 'передача'],
    ],
    ['finds no words in signs', '.*+?^${}()|[]\\ <b>&"\'', ['b']],
    [
      'takes names of properties for words',
      '__proto__ constructor',
      ['proto', 'constructor'],
    ],
    ['finds nothing in nothing', '', []],
  ])('%s: %s', (_, text, expected) => {
    expect(written(text)).toEqual(expected);
  });

  it('reads several texts as one, and none as nothing', () => {
    expect(written('Share data', null, undefined, 'data lake')).toEqual([
      'Share',
      'data',
      'lake',
    ]);
  });

  it('reads the beginning of a very long text', () => {
    const read = written(`first ${'word '.repeat(200)}last`);
    expect(read).toEqual(['first', 'word']);
  });
});

describe('what a word is compared by', () => {
  it.each<[string, string[]]>([
    ['share', ['sha', 'har', 'are']],
    ['Share', ['sha', 'har', 'are']],
    ['PDF', ['pdf']],
    ['CI', ['ci']],
    ['Prüfung', ['pru', 'ruf', 'ufu', 'fun', 'ung']],
    ['banana', ['ban', 'ana', 'nan']],
    ['𝒃𝒐𝒍𝒅', ['bol', 'old']],
  ])('%s', (text, expected) => {
    expect(wordsOf(text)[0].grams).toEqual(expected);
  });

  it('is the same for both ways to write an accent', () => {
    expect(wordsOf('cafe\u0301')).toEqual(wordsOf('caf\u00e9'));
  });
});
