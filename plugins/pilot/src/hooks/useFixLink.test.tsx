import { screen } from '@testing-library/react';
import { show } from '../__testUtils__/portals';
import { dataSharing, pilotEntity } from '../__testUtils__/world';
import { useFixLink } from './useFixLink';

const edit = 'https://git.example.com/edit/catalog-info.yaml';
const entity = {
  ...pilotEntity,
  metadata: {
    ...pilotEntity.metadata,
    annotations: { 'backstage.io/edit-url': edit },
  },
};

function Shown({ link }: { link: string | null }) {
  const found = useFixLink(dataSharing)(link);
  return <p>{found ? `${found.place} ${found.href}` : 'no link'}</p>;
}

describe('useFixLink', () => {
  it.each([
    [null, 'no link'],
    [
      '/catalog/default/pilot/data-sharing',
      'entity /catalog/default/pilot/data-sharing',
    ],
    [
      '/docs/default/pilot/data-sharing',
      'docs /catalog/default/pilot/data-sharing/docs',
    ],
    ['/create', 'create /create'],
    ['/our/page', 'other /our/page'],
    ['https://wiki.example.com', 'other https://wiki.example.com'],
    [edit, `edit ${edit}`],
    ['//elsewhere.example.com', 'no link'],
    // eslint-disable-next-line no-script-url
    ['javascript:alert(1)', 'no link'],
  ])('leads from %p to %p', async (link, text) => {
    const { cache } = await show(<Shown link={link} />);
    cache.offerTarget(entity);
    expect(await screen.findByText(text)).toBeInTheDocument();
  });
});
