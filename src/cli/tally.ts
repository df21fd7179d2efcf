import type { Failed } from '../model/index.ts';
import type { Output } from './output.ts';

const REDRAW_MS = 200;

/** Counts reports as they come by, names each that was skipped, and draws the progress. */
export class Tally {
  reports = 0;
  skipped = 0;
  readonly #output: Output;
  readonly #done: string;
  #drawn = 0;

  constructor(output: Output, done: string) {
    this.#output = output;
    this.#done = done;
  }

  /** Takes a coded line. A failed report is told from a coded one by its error, which stands after the report. */
  count(line: string): Failed | null {
    this.reports++;
    const failed = failure(line);
    if (failed) {
      this.skipped++;
      this.#output.note(`readout: skipped ${failed.report.path}: ${failed.error.message}`);
    }
    this.#draw();
    return failed;
  }

  end(): void {
    this.#output.progress('');
  }

  #draw(): void {
    const now = performance.now();
    if (now - this.#drawn < REDRAW_MS) return;
    this.#drawn = now;
    this.#output.progress(`${this.#done} ${this.reports} reports`);
  }
}

// Coded lines are long and many: only a line that is short enough and names an error is parsed.
function failure(line: string): Failed | null {
  if (line.length > 20_000 || !line.includes('"error":{')) return null;
  const parsed = JSON.parse(line) as Failed;
  return parsed.error ? parsed : null;
}
