// How resolution grows: made-up reports with as many acts as asked for, resolved on one core, each size in a process of its own.
//   node bench/resolve.ts [ACTS…]      (default 10000 100000 1000000)
// All sizes tell of one year, so the largest has 50,000 acts of its most popular pair of states. Time is that of
// the processor, all its threads together; making the reports up is taken off. Memory is the most the process ever held.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { resolveEvents } from '../src/resolve/index.ts';
import { ACTS_A_REPORT, madeUpReport, popularShare } from './madeUpReports.ts';

const HEAP_MB = 900;
/** Reports made up to find what making one costs. */
const SAMPLE = 20_000;
const self = fileURLToPath(import.meta.url);

/** What one size took. */
interface Measured {
  acts: number;
  events: number;
  seconds: number;
  megabytes: number;
}

if (process.argv[2] === '--one') console.log(JSON.stringify(measure(Number(process.argv[3]))));
else compare(process.argv.slice(2).map(Number));

function compare(sizes: readonly number[]): void {
  let before: Measured | null = null;
  for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
    const found = inOwnProcess(size);
    console.log(`${inWords(found)}${before ? `; ${growth(before, found)}` : ''}`);
    before = found;
  }
}

function inOwnProcess(acts: number): Measured {
  const args = [`--max-old-space-size=${HEAP_MB}`, self, '--one', String(acts)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as Measured;
}

function inWords({ acts, events, seconds, megabytes }: Measured): string {
  const popular = Math.round(acts * popularShare);
  return `${acts} acts (${popular} of one pair): ${events} events in ${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB`;
}

/** Time against what n·log n would give. */
function growth(one: Measured, other: Measured): string {
  const expected = (other.acts * Math.log(other.acts)) / (one.acts * Math.log(one.acts));
  return `${(other.seconds / one.seconds).toFixed(1)} times the time, n·log n is ${expected.toFixed(1)} times`;
}

function measure(acts: number): Measured {
  const count = Math.round(acts / ACTS_A_REPORT);
  const making = costOfMaking(count);
  let made = 0;
  const make = (index: number) => {
    made++;
    return madeUpReport(index, count);
  };
  function* reports() {
    for (let index = 0; index < count; index++) yield make(index);
  }
  const started = cpuSeconds();
  let [events, told] = [0, 0];
  for (const event of resolveEvents(reports(), (id) => make(Number.parseInt(id, 16)))) {
    events++;
    told += event.acts.length;
  }
  const seconds = cpuSeconds() - started - made * making;
  if (told !== count * ACTS_A_REPORT) throw new Error(`${told} acts came out of ${count * ACTS_A_REPORT}`);
  return { acts: told, events, seconds, megabytes: process.resourceUsage().maxRSS / 1024 };
}

/** Seconds that one report costs to make up: asking the clock for each would cost more than that. */
function costOfMaking(count: number): number {
  for (let index = 0; index < SAMPLE; index++) madeUpReport(index % count, count);
  const started = cpuSeconds();
  for (let index = 0; index < SAMPLE; index++) madeUpReport(index % count, count);
  return (cpuSeconds() - started) / SAMPLE;
}

function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
