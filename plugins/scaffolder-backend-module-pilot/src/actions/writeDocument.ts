import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { ConflictError } from '@backstage/errors';

/**
 * Writes a file of the workspace, and its folder where there is none.
 *
 * @param path - relative to the workspace
 * @throws ConflictError where the file has other content; the same again, as
 *   when a task is retried, is no conflict
 */
export async function writeDocument(
  workspacePath: string,
  path: string,
  text: string,
): Promise<void> {
  const file = resolveSafeChildPath(workspacePath, path);
  if (existsSync(file)) {
    if ((await readFile(file, 'utf8')) === text) return;
    throw new ConflictError(
      `${path}: is in the workspace already; choose another path, or remove it first`,
    );
  }
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}
