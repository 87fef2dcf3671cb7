import { createScaleBackend } from '../scale/createScaleBackend';
import { loopPlugin } from './loopPlugin';

const backend = createScaleBackend();
backend.add(loopPlugin);
backend.start();
