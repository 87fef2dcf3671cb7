import { isAmong } from './catalogCase';

describe('a kind or type', () => {
  it.each<[word: unknown, words: string[], is: boolean]>([
    ['Team', ['team'], true],
    ['team', ['squad', 'TEAM'], true],
    ['ÜBERBLICK', ['Überblick'], true],
    ['teams', ['team'], false],
    [undefined, ['undefined'], false],
    [7, ['7'], false],
    ['team', [], false],
  ])('%p is among %p: %p', (word, words, is) => {
    expect(isAmong(word, words)).toBe(is);
  });
});
