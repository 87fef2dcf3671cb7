/** Characters after which parsers and spreadsheets begin a line or a cell. */
const separators = ',;\\t|\\n\\v\\f\\r\\x1c-\\x1f\\x85\\u2028\\u2029';
/** Characters that they may skip at the beginning of a cell. */
const skipped = '\\s\\p{Cc}\\p{Default_Ignorable_Code_Point}"';
/** = + - @, and the characters that a spreadsheet takes for them. */
const starters =
  '=+\\-@\\uff1d\\uff0b\\uff0d\\uff20\\ufe66\\ufe62\\ufe63\\ufe6b' +
  '\\u207a-\\u207c\\u208a-\\u208c\\u2212';

const beforeFormula = (apostrophes: string) =>
  new RegExp(
    `(^|[${separators}])([${skipped}]*)(${apostrophes})(?=[${starters}])`,
    'gu',
  );
/** Most texts: refs, ids, times and names, which nothing splits. */
const harmless = /^[A-Za-z0-9][A-Za-z0-9 .:/_-]*$/;
const toFormula = beforeFormula("'*");
const fromFormula = beforeFormula("'+");

/**
 * A text in which no cell begins a formula, however a spreadsheet splits it:
 * each character that would begin one gets an apostrophe in front, and so does a
 * text that begins with a control character. {@link restoreCsvText} takes it back.
 */
export function neutraliseCsvText(text: string): string {
  if (harmless.test(text)) {
    return text;
  }
  return text.replace(toFormula, "$1$2$3'").replace(/^('*)(?=\p{Cc})/u, "$1'");
}

/** The text that was typed, from what {@link neutraliseCsvText} made of it. */
export function restoreCsvText(cell: string): string {
  const one = (match: string) => match.slice(0, -1);
  return cell.replace(/^'+(?=\p{Cc})/u, one).replace(fromFormula, one);
}
