import { expect, Page, test } from '@playwright/test';
import { changeLook, Look } from './support/changeLook';
import { expand } from './support/expand';
import { expectAccessible } from './support/expectAccessible';
import { expectFits } from './support/expectFits';
import { signedIn } from './support/signedIn';
import { portfolioNames } from './support/table';

const aDayInSummer = () =>
  new Date(Date.now() - 120 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
const inbox = (page: Page) => page.getByRole('region', { name: 'Inbox' });

/** A page, what has to be there before it is judged, and which part of it is ours, as a CSS selector, if not all. */
interface Place {
  readonly name: string;
  readonly path: string;
  readonly part?: string;
  shown(page: Page): Promise<void>;
}

const places: Place[] = [
  {
    name: 'home',
    path: '/home',
    part: '.react-grid-item:has(a[href^="/pilots"])',
    shown: page =>
      expect(page.getByRole('heading', { name: 'Most wanted' })).toBeVisible(),
  },
  {
    name: 'the portfolio',
    path: '/pilots/portfolio',
    shown: page => expect(portfolioNames(page).first()).toBeVisible(),
  },
  {
    name: 'the portfolio, with nothing in it',
    path: '/pilots/portfolio?q=nothing%20is%20called%20so&level=strong',
    shown: page => expect(page.getByText('No pilot matches.')).toBeVisible(),
  },
  {
    name: 'the portfolio of a past day',
    path: `/pilots/portfolio?asOf=${aDayInSummer()}`,
    async shown(page) {
      await expect(page.getByText(/^You are looking at/)).toBeVisible();
      await expect(portfolioNames(page).first()).toBeVisible();
    },
  },
  {
    name: 'the map',
    path: '/pilots/map',
    shown: page =>
      expect(page.getByRole('img', { name: /^\d+ pilots: / })).toBeVisible(),
  },
  {
    name: 'the card of a Pilot',
    path: '/catalog/default/pilot/delta-sharing',
    part: 'section[aria-label="Pilot"]',
    shown: page =>
      expect(page.getByRole('button', { name: 'Why?' })).toBeVisible(),
  },
  {
    name: 'fragmentation',
    path: '/pilots/fragmentation',
    shown: page => expect(page.getByRole('article').first()).toBeVisible(),
  },
  {
    name: 'my needs',
    path: '/pilots/my-needs',
    shown: page =>
      expect(
        page.getByRole('heading', { name: /^Please confirm/ }),
      ).toBeVisible(),
  },
  {
    name: 'the demand for a Pilot',
    path: '/catalog/default/pilot/delta-sharing/demand',
    async shown(page) {
      await expand(
        inbox(page)
          .getByRole('heading', { level: 4 })
          .getByRole('button')
          .first(),
      );
      await expect(inbox(page).getByText('Who', { exact: true })).toBeVisible();
      await expect(
        page.getByRole('region', { name: 'Trend' }).getByText(/^From \d+ to/),
      ).toBeVisible();
    },
  },
  {
    name: 'the demand for a Component',
    path: '/catalog/default/component/delta-share-server/demand',
    shown: page => expect(inbox(page)).toBeVisible(),
  },
  {
    name: 'the needs of a team',
    path: '/catalog/default/group/payments',
    part: '[role=tablist], [role=tabpanel]',
    shown: page =>
      expect(page.getByRole('tab', { name: /^Asked of us \(/ })).toBeVisible(),
  },
  {
    name: 'the search results',
    path: '/search?query=partner',
    part: 'li:has(a[href*="/pilot/"])',
    shown: page =>
      expect(
        page.getByRole('link', { name: 'Partner data sharing' }).first(),
      ).toBeVisible(),
  },
];

const wide = { width: 1400, height: 900 };
const narrow = { width: 390, height: 844 };
const looks: Look[] = [
  { size: wide, colorScheme: 'light' },
  { size: wide, colorScheme: 'dark' },
  { size: narrow, colorScheme: 'dark' },
];

test.use(signedIn('user:default/priya'));

for (const { name, path, part, shown } of places) {
  test(`axe finds nothing serious on ${name}, wide and narrow, light and dark`, async ({
    page,
  }) => {
    await page.setViewportSize(wide);
    await page.goto(path);
    for (const look of looks) {
      await changeLook(page, look);
      await shown(page);
      await expectAccessible(page, part ? [part] : []);
      await expectFits(page);
    }
  });
}
