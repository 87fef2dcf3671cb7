import { createBenchmarkBackend } from './createBenchmarkBackend';

createBenchmarkBackend().start();
