// A folder → every file in it with its bytes.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function snapshot(of: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(of, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path, 'latin1')];
      }),
  );
}
