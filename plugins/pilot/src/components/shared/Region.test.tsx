import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { show } from '../../__testUtils__/portals';
import { refused } from '../../__testUtils__/refused';
import { Resource } from '../../cache/Resource';
import { useRegion } from '../../hooks/useRegion';
import { Region } from './Region';

function Sample({ resource }: { resource: Resource<string[]> }) {
  const region = useRegion(resource);
  return (
    <section {...region.frame} aria-label="Sample">
      <Region
        state={region}
        thing="Sample"
        outline={<hr />}
        hidden="Not for you"
        empty={names => names.length === 0 && 'None'}
      >
        {names => names.join()}
      </Region>
    </section>
  );
}

const region = () => screen.findByRole('region', { name: 'Sample' });

describe('Region', () => {
  it('shows what is in hand, or that there is nothing', async () => {
    const resource = new Resource(async () => ['a', 'b']);
    await show(<Sample resource={resource} />);
    expect(await screen.findByText('a,b')).toBeVisible();
    expect(await region()).toHaveAttribute('aria-busy', 'false');
    resource.set([]);
    expect(await screen.findByText('None')).toBeVisible();
  });

  it('is tried again by a press, and has the focus then', async () => {
    const load = jest
      .fn(async () => ['a'])
      .mockRejectedValueOnce(new Error('down'));
    await show(<Sample resource={new Resource(load)} />);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Try again' }),
    );
    expect(await screen.findByText('a')).toBeVisible();
    expect(await region()).toHaveFocus();
  });

  it('keeps what it has when that cannot be refreshed, and says so', async () => {
    const load = jest.fn(async () => ['a']);
    const resource = new Resource(load);
    await show(<Sample resource={resource} />);
    await screen.findByText('a');
    load.mockRejectedValueOnce(new Error('down'));
    resource.reload();
    expect(await screen.findByText(/^Shown as of/)).toBeVisible();
    expect(screen.getByText('a')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() =>
      expect(screen.queryByText(/^Shown as of/)).not.toBeInTheDocument(),
    );
  });

  it.each([403, 404])('says nothing about what is %s', async status => {
    const resource = new Resource<string[]>(async () => {
      throw await refused(status, 'No');
    });
    await show(<Sample resource={resource} />);
    expect(await screen.findByText('Not for you')).toBeVisible();
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  });
});
