import { execFileSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Builds the package for publishing: JavaScript and declarations in `dist/`, since Node strips no types in node_modules. */
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
console.log('build: dist/ is written');
