import { createScaleBackend } from './createScaleBackend';

createScaleBackend().start();
