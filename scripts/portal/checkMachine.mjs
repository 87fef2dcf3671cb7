import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { PlainError } from '../process/PlainError.mjs';

/** Fails with one sentence if the folder cannot be written. */
export async function checkWritable(folder) {
  const probe = join(folder, `.writable-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, 'probe');
    await rm(probe);
  } catch (error) {
    if (error.code === 'ENOSPC') {
      throw new PlainError(
        `The disk that holds ${folder} is full: make room and run the command again.`,
      );
    }
    throw new PlainError(
      `${folder} cannot be written (${error.code}): make it writable, or clone the repository to a disk that is.`,
    );
  }
}

/** Fails with one sentence if another program listens on one of the portal's ports. */
export async function checkPorts({ port, backendPort }) {
  const wanted = [
    { number: port, variable: 'PILOT_PORT', example: 3001 },
    { number: backendPort, variable: 'PILOT_BACKEND_PORT', example: 7008 },
  ];
  for (const { number, variable, example } of wanted) {
    if (!(await isFree(number))) {
      const other = number === example ? example + 1 : example;
      throw new PlainError(
        `Port ${number} is taken by another program: stop that program, or choose another port with ${variable}=${other} npm start.`,
      );
    }
  }
}

/** Fails with one sentence if a config file is not there. */
export function checkConfigs({ configs }) {
  const missing = configs.find(file => !existsSync(file));
  if (missing) {
    throw new PlainError(
      `The config file ${missing} does not exist: correct the path after --config.`,
    );
  }
}

// A program may listen on one family of addresses only, so each is tried.
async function isFree(port) {
  for (const host of ['127.0.0.1', '::1', undefined]) {
    if (!(await canListen(port, host))) return false;
  }
  return true;
}

function canListen(port, host) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', error =>
      // Anything else says that this machine lacks the address, not that the port is taken.
      resolve(!['EADDRINUSE', 'EACCES'].includes(error.code)),
    );
    server.listen({ port, host, exclusive: true }, () =>
      server.close(() => resolve(true)),
    );
  });
}
