import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// A test of a screen has many steps, and a busy machine takes its time.
jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 60_000 });

// What one test types is not there in the next.
afterEach(() => window.localStorage.clear());

// jsdom lays nothing out, so nothing ever comes into sight: a list that loads
// more by being scrolled shows its first page.
window.IntersectionObserver ??= class {
  root = null;
  rootMargin = '';
  thresholds = [];
  observe() {}
  unobserve() {}
  disconnect() {}
  takeRecords() {
    return [];
  }
};
