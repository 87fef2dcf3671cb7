import '@testing-library/jest-dom';

// Whole pages are rendered, on machines that are busy with other suites.
jest.setTimeout(30_000);
