import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Builds the package for publishing: JavaScript and declarations in `dist/`, since Node strips no types in node_modules, and
 * the compiled tables in `dist/compiled/`, so that its first run needs not compile them.
 */
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
rmSync(join(root, 'dist'), { recursive: true, force: true });
execFileSync(
  process.execPath,
  [join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(root, 'tsconfig.build.json')],
  {
    stdio: 'inherit',
  },
);
// The compiler takes along what is imported; the style sheet and the scripts of the pages are read.
cpSync(join(root, 'src', 'show', 'assets'), join(root, 'dist', 'show', 'assets'), { recursive: true });
const { openWorld } = (await import(
  pathToFileURL(join(root, 'dist', 'world', 'index.js')).href
)) as typeof import('../src/world/index.ts');
const world = openWorld({ cache: join(root, 'dist', 'compiled') });
for (const language of world.languages) world.pack(language);
console.log(
  `build: dist/ is written, with ${world.knowledge.people.length} people in ${world.languages.length} languages compiled`,
);
