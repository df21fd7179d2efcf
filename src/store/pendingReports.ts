import { type ActFacts, FactMaker, keyOf } from '../resolve/actFacts.ts';
import type { Root } from '../resolve/lineage/roots.ts';
import { type ReportFacts, reportFacts } from '../resolve/reportFacts.ts';
import { traitsOf } from '../resolve/storyLikeness.ts';
import type { Driver } from './driver.ts';
import { keepTraits } from './keep.ts';
import { loadCoded } from './load.ts';

/** Reports and their acts as facts, loaded once a step. */
export class PendingReports {
  readonly #driver: Driver;
  readonly #reports = new Map<string, ReportFacts>();
  readonly #acts = new Map<string, Map<string, ActFacts>>();
  readonly #traits = new Map<string, readonly number[]>();
  readonly #facts = new FactMaker();

  constructor(driver: Driver) {
    this.#driver = driver;
  }

  report(id: string): ReportFacts {
    const known = this.#reports.get(id);
    if (known) return known;
    const facts = reportFacts(loadCoded(this.#driver, id));
    this.#reports.set(id, facts);
    return facts;
  }

  /** What a report goes back to by the lineage of its story, as it is kept now. */
  roots(id: string): Root[] {
    return JSON.parse(String(this.#driver.get('SELECT roots FROM reports WHERE id = ?', id)?.roots ?? '[]')) as Root[];
  }

  /** The traits that a report is looked for by, as they were kept with it. */
  traits(id: string): readonly number[] {
    const known = this.#traits.get(id);
    if (known) return known;
    const kept = this.#driver.get('SELECT traits FROM reports WHERE id = ?', id)?.traits;
    const traits = typeof kept === 'string' ? (JSON.parse(kept) as number[]) : this.#refilled(id);
    this.#traits.set(id, traits);
    return traits;
  }

  /** Works out and keeps the traits of a report that was kept by an earlier version. */
  #refilled(id: string): readonly number[] {
    const facts = this.report(id);
    const traits = traitsOf(facts);
    keepTraits(this.#driver, facts, JSON.stringify(traits));
    this.#driver.run('UPDATE reports SET traits = ? WHERE id = ?', JSON.stringify(traits), id);
    return traits;
  }

  acts(report: string): Map<string, ActFacts> {
    const known = this.#acts.get(report);
    if (known) return known;
    const acts = new Map(this.#facts.factsOf(this.report(report).coded).map((act) => [keyOf(act), act]));
    this.#acts.set(report, acts);
    return acts;
  }

  act(report: string, key: string): ActFacts {
    return this.acts(report).get(key) as ActFacts;
  }
}
