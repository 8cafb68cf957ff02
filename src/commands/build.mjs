// npm run build: build.ts, with what Node made of its modules in earlier runs.
// Plain JavaScript: a module in TypeScript is not read from there but made anew, and what makes it is the slowest to start.
import { enableCompileCache } from 'node:module';
import path from 'node:path';
import process from 'node:process';

// Kept for Astro's process as well.
process.env.NODE_COMPILE_CACHE ??= path.resolve(import.meta.dirname, '../../.cache/node');
enableCompileCache(process.env.NODE_COMPILE_CACHE);
await import('./build.ts');
