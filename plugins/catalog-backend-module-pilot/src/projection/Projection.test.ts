import { KeptRow, Projection } from './Projection';

const a = 'component:default/a';
const b = 'component:default/b';
const team = 'group:default/payments';

function row(target: string, seq: number, teams: string[] = [team]) {
  return { target, seq, teams, adopters: [] };
}

function kept(target: string, seq: number, epoch = 'one'): KeptRow {
  return { epoch, row: row(target, seq, ['group:default/kept']) };
}

describe('Projection', () => {
  describe('before the first load', () => {
    it('gives what was kept, or nothing', () => {
      const projection = new Projection();
      expect(projection.pick(a, kept(a, 3))).toEqual(kept(a, 3));
      expect(projection.pick(b, undefined)).toBeUndefined();
    });

    it.each<[string, KeptRow | undefined, string[]]>([
      ['nothing kept, and there is a row', undefined, [a]],
      ['an older row kept', kept(a, 3), [a]],
      ['a row of another feed kept', kept(a, 5, 'former'), [a]],
      ['the same row kept', kept(a, 5), []],
    ])('processes again after the load: %s', (_name, copy, expected) => {
      const projection = new Projection();
      projection.pick(a, copy);
      expect(projection.replace('one', 9, [row(a, 5)])).toEqual([]);
      expect(projection.settle()).toEqual(expected);
      expect(projection.settle()).toEqual([]);
    });

    it('processes nothing again where there was nothing to show', () => {
      const projection = new Projection();
      projection.pick(a, undefined);
      projection.replace('one', 9, [row(b, 5)]);
      expect(projection.settle()).toEqual([]);
    });

    it('processes again what was kept and has no row', () => {
      const projection = new Projection();
      projection.pick(a, kept(a, 4, 'former'));
      projection.replace('one', 9, []);
      expect(projection.settle()).toEqual([a]);
    });
  });

  describe('once loaded', () => {
    const loaded = () => {
      const projection = new Projection();
      projection.replace('one', 9, [row(a, 5)]);
      return projection;
    };

    it('gives its own row whatever older one was kept', () => {
      const own = { epoch: 'one', row: row(a, 5) };
      expect(loaded().pick(a, undefined)).toEqual(own);
      expect(loaded().pick(a, kept(a, 4))).toEqual(own);
      expect(loaded().pick(a, kept(a, 5))).toEqual(own);
      expect(loaded().pick(a, kept(a, 400, 'former'))).toEqual(own);
    });

    it('gives nothing for a target without row, and an empty row to overwrite a kept one', () => {
      expect(loaded().pick(b, undefined)).toBeUndefined();
      expect(loaded().pick(b, kept(b, 4, 'former'))).toEqual({
        epoch: 'one',
        row: row(b, 0, []),
      });
    });

    it('gives a kept row that another replica pulled earlier', () => {
      const projection = loaded();
      expect(projection.pick(a, kept(a, 12))).toEqual(kept(a, 12));
      projection.apply(12, [row(a, 12)]);
      expect(projection.settle()).toEqual([]);
    });

    it('stops believing a number that a complete pull did not reach', () => {
      const projection = loaded();
      projection.pick(a, kept(a, 12));
      projection.apply(10, []);
      expect(projection.settle()).toEqual([a]);
      expect(projection.pick(a, kept(a, 12))).toEqual({
        epoch: 'one',
        row: row(a, 5),
      });
    });

    it('adds newer rows and replaces older ones', () => {
      const projection = loaded();
      projection.apply(11, [row(a, 10, []), row(b, 11)]);
      expect(projection.sequence).toBe(11);
      expect(projection.pick(a, undefined)?.row.teams).toEqual([]);
      expect(projection.pick(b, undefined)?.row.teams).toEqual([team]);
    });

    it.each([
      ['a row that is gone', 'one', [], [a]],
      ['a row that changed', 'one', [row(a, 6)], [a]],
      ['a row that is new', 'one', [row(a, 5), row(b, 6)], [b]],
      ['nothing else', 'one', [row(a, 5)], []],
      ['the same numbers in another feed', 'two', [row(a, 5)], [a]],
    ])('a reload names %s', (_name, epoch, rows, expected) => {
      const projection = loaded();
      expect(projection.replace(epoch, 6, rows)).toEqual(expected);
      expect(projection.size).toBe(rows.length);
    });

    it('takes a feed that went back at its word', () => {
      const projection = loaded();
      projection.replace('one', 6, [row(a, 5)]);
      expect(projection.pick(a, kept(a, 8))).toEqual({
        epoch: 'one',
        row: row(a, 5),
      });
    });
  });
});
