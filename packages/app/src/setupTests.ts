import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Whole pages are rendered, on machines that are busy with other suites.
jest.setTimeout(300_000);
configure({ asyncUtilTimeout: 15_000 });
