import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Navigate, Route, Routes } from 'react-router-dom';
import { showInOldSystem } from '../__testUtils__/portals';
import { LegacyPilotsPage } from './LegacyPilotsPage';

const patient = { timeout: 10_000 };
jest.setTimeout(300_000);

describe('LegacyPilotsPage', () => {
  it.each(['needs', 'portfolio/nothing', 'my-needs/a/b'])(
    'leaves /pilots/%s to what the app shows for no page',
    async path => {
      const shown = showInOldSystem(
        <Routes>
          <Route path="/" element={<Navigate to={`/pilots/${path}`} />} />
          <Route path="/pilots/*" element={<LegacyPilotsPage />} />
        </Routes>,
      );
      // An app of tests fails by it.
      await expect(shown).rejects.toThrow('Reached NotFound Page');
    },
  );

  it('begins with the portfolio and leads to the other parts', async () => {
    await showInOldSystem(
      <Routes>
        <Route path="/" element={<Navigate to="/pilots" />} />
        <Route path="/pilots/*" element={<LegacyPilotsPage />} />
      </Routes>,
    );
    await screen.findByRole('link', { name: 'Partner data sharing' }, patient);
    expect(screen.getByRole('tab', { name: 'Portfolio' })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await userEvent.click(screen.getByRole('tab', { name: 'Map' }));
    expect(
      await screen.findByRole('img', { name: /^1 pilot: 1 to build/ }, patient),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'Fragmentation' }));
    expect(
      await screen.findByText(/No two teams seem to build/, {}, patient),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('tab', { name: 'My needs' }));
    expect(
      await screen.findByText(/You have not asked for anything/, {}, patient),
    ).toBeInTheDocument();
  });
});
