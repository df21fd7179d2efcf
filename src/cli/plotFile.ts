import { UsageError } from './status.ts';

/** Writes a picture to the file that `--plot` names. @throws UsageError for a file that is not called `.svg` */
export async function writePlot(file: string, svg: string): Promise<void> {
  if (!file.toLowerCase().endsWith('.svg'))
    throw new UsageError(`--plot ${file}: plots are SVG; name a file that ends in .svg`);
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, svg);
}
