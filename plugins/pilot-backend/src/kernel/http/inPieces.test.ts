import { Readable } from 'node:stream';
import { inPieces, pieceLength } from './inPieces';

/** The pieces that texts become. */
async function piecesOf(texts: Iterable<string | Buffer>): Promise<string[]> {
  const pieces: string[] = [];
  for await (const piece of Readable.from(texts).pipe(inPieces())) {
    pieces.push(piece.toString());
  }
  return pieces;
}

const half = 'a'.repeat(pieceLength / 2);

/** Shortens a text for the output of the tests. */
const named = (text: string) => text.replaceAll(half, '[half]');

it.each<[string, string[], string[]]>([
  ['nothing', [], []],
  ['short texts together', ['one\n', 'two\n'], ['one\ntwo\n']],
  ['a piece once it is full', [half, half, 'é\n'], [half + half, 'é\n']],
  ['a long text as it is', [half + half + half], [half + half + half]],
  ['an empty text like none', ['', 'one', ''], ['one']],
])('hands on %s', async (_, texts, expected) => {
  expect((await piecesOf(texts)).map(named)).toEqual(expected.map(named));
});

it('takes what a step before it made of texts', async () => {
  expect(await piecesOf([Buffer.from('é'), Buffer.from('ö')])).toEqual(['éö']);
});
