import { isPilotDocument, pilotRefOf } from './pilotRefOf';

const found = { title: 'T', text: 't', kind: 'Pilot', namespace: 'shop' };

describe('pilotRefOf', () => {
  it.each([
    ['/catalog/shop/pilot/data-sharing', 'pilot:shop/data-sharing'],
    ['https://portal/base/shop/pilot/a%2Bb/?x=/y#z', 'pilot:shop/a+b'],
  ])('reads the name from %s', (location, ref) => {
    expect(pilotRefOf({ ...found, location })).toBe(ref);
  });

  it.each(['', '/', '/catalog/shop/pilot/%'])(
    'is nothing for the address %j',
    location => {
      expect(pilotRefOf({ ...found, location })).toBeUndefined();
    },
  );
});

describe('isPilotDocument', () => {
  it('tells Pilots from whatever else is indexed', () => {
    expect(isPilotDocument({ kind: 'Pilot' })).toBe(true);
    expect(isPilotDocument({ kind: 'pilot' })).toBe(true);
    expect(isPilotDocument({ kind: 'Component' })).toBe(false);
    expect(isPilotDocument({})).toBe(false);
  });
});
