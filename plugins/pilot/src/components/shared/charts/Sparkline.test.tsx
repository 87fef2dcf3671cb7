import { screen } from '@testing-library/react';
import { accessibilityProblems } from '../../../__testUtils__/accessibilityProblems';
import { show } from '../../../__testUtils__/portals';
import { Sparkline } from './Sparkline';

const weeks = [31, 31, 33, 35, 35, 36, 40, 41, 42, 44, 45, 46, 47.9];

describe('Sparkline', () => {
  it('is an image with a sentence on a card', async () => {
    await show(<Sparkline weeks={weeks} variant="card" trend="rising" />);
    const image = screen.getByRole('img', {
      name: 'rising, 31 to 47 in 13 weeks',
    });
    expect(image).toHaveAttribute('width', '160');
    expect(await accessibilityProblems(image.parentElement!)).toEqual([]);
  });

  it('is text in a table, and the line is only seen', async () => {
    await show(<Sparkline weeks={weeks} variant="table" />);
    expect(screen.queryByRole('img')).not.toBeInTheDocument();
    expect(screen.getByText('31 to 47 in 13 weeks')).toBeInTheDocument();
  });

  it('draws every score on the same scale, so that rows compare', async () => {
    await show(<Sparkline weeks={[0, 50, 100]} variant="table" />);
    // 24 high with 3 above and below: 0 is at 21, 50 at 12 and 100 at 3.
    expect(document.querySelector('svg path')).toHaveAttribute(
      'd',
      'M3,21L48,12L93,3',
    );
    expect(document.querySelector('circle')).toHaveAttribute('cy', '3');
  });

  it.each([[[]], [[47]]])(
    'says that %j is too little to compare',
    async few => {
      await show(<Sparkline weeks={few} variant="card" trend="rising" />);
      expect(screen.getByText('new')).toBeInTheDocument();
      expect(screen.queryByRole('img')).not.toBeInTheDocument();
    },
  );
});
