import { type Marker, withRoomForLabels } from './ChartMarker';

const marker = (day: string, label: string): Marker => ({
  at: `2026-11-${day}T00:00:00.000Z`,
  look: 'solid',
  label,
});
// Ten pixels a day.
const x = (at: Date) => at.getUTCDate() * 10;

describe('withRoomForLabels', () => {
  it('keeps the first of two labels that would lie on each other', () => {
    const placed = withRoomForLabels(
      [marker('04', 'second'), marker('01', 'first'), marker('20', 'third')],
      x,
      1000,
    );
    // Five letters take 35 pixels, from 10 to 45.
    expect(placed.map(each => [each.x, each.marker.label])).toEqual([
      [10, 'first'],
      [40, undefined],
      [200, 'third'],
    ]);
  });

  it('drops a label that would be cut off', () => {
    const [placed] = withRoomForLabels([marker('20', 'too long')], x, 240);
    expect(placed).toEqual({
      marker: { ...marker('20', ''), label: undefined },
      x: 200,
    });
  });
});
