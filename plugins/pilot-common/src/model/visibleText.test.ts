import { isBlank, turnedText, visibleLength } from './visibleText';

const family = '\u{1F468}\u200D\u{1F469}\u200D\u{1F467}';

describe('a text of which nothing is seen', () => {
  it.each<[name: string, text: string]>([
    ['nothing', ''],
    ['blanks and breaks', ' \t\r\n\u00a0\u3000\u2028'],
    ['zero-width spaces', '\u200b'.repeat(40)],
    ['a byte order mark', '\ufeff'],
    ['soft hyphens', '\u00ad\u00ad'],
    ['joiners', '\u200c\u200d\u2060'],
    ['variation selectors', '\ufe0f\ufe0e\u{E0100}'],
    ['the tags block', '\u{E0041}\u{E0042}\u{E007F}'],
    ['blank letters', '\u2800\u3164\u115f\u1160\uffa0'],
    ['marks on nothing', '\u0301\u0302 \u20dd'],
    ['marks on an invisible one', '\u200b\u0301'],
    ['controls', '\u0001\u007f\u0085'],
    ['marks of direction', '\u200e\u200f\u061c'],
    ['private characters', '\ue000\u{F0000}'],
    ['no character', '\uffff\ud800'],
  ])('is one of %s', (_, text) => {
    expect([isBlank(text), visibleLength(text)]).toEqual([true, 0]);
  });
});

describe('what is seen of a text', () => {
  it.each<[text: string, length: number]>([
    ['a', 1],
    ['.', 1],
    [`a${'\u200b'.repeat(39)}`, 1],
    [`a${' '.repeat(38)}b`, 3],
    ['a\u200b \u200bb', 3],
    ['\u{1F680}', 1],
    [family, 3],
    ['\u2764\ufe0f', 1],
    ['e\u0301', 2],
    [`a${'\u0301'.repeat(40)}`, 5],
    ['می\u200cخواهم', 7],
    ['नमस्ते', 6],
    ['日本語', 3],
  ])('%j is %d long', (text, length) => {
    expect([isBlank(text), visibleLength(text)]).toEqual([false, length]);
  });
});

describe('a text that turns its direction', () => {
  it.each([
    0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069,
  ])('is one with U+%d', code => {
    expect(turnedText(`pay ${String.fromCodePoint(code)}exe.doc`)).toBe(
      `must not contain characters that turn the direction of text; remove U+${code
        .toString(16)
        .toUpperCase()}`,
    );
  });

  it.each([family, 'می\u200cخواهم', 'שלום\u200f!', 'plain'])(
    'is not %j',
    text => {
      expect(turnedText(text)).toBeUndefined();
    },
  );
});
