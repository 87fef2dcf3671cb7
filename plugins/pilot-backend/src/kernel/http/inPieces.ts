import { Transform } from 'node:stream';

/** Characters of a piece: what a compression takes in one go without a rest. */
export const pieceLength = 64 * 1024;

/**
 * Puts short texts together to long ones. Each write to a compressed answer costs a
 * turn of another thread, however short it is, and there are a million lines.
 */
export function inPieces(): Transform {
  let piece = '';
  return new Transform({
    objectMode: true,
    readableHighWaterMark: 1,
    transform(text, _, done) {
      piece += text;
      if (piece.length < pieceLength) {
        done();
        return;
      }
      const full = piece;
      piece = '';
      done(null, full);
    },
    flush: done => (piece ? done(null, piece) : done()),
  });
}
