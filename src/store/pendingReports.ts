import { type ActFacts, actFacts } from '../resolve/actFacts.ts';
import { type ReportFacts, reportFacts } from '../resolve/reportFacts.ts';
import { sketchOf } from '../resolve/reportSketch.ts';
import { SharedValues } from '../resolve/sharedValues.ts';
import type { Driver } from './driver.ts';
import { loadCoded } from './load.ts';

/** Reports and their acts as facts, loaded once a step. */
export class PendingReports {
  readonly #driver: Driver;
  readonly #reports = new Map<string, ReportFacts>();
  readonly #acts = new Map<string, Map<string, ActFacts>>();
  readonly #shared = new SharedValues();

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

  acts(report: string): Map<string, ActFacts> {
    const known = this.#acts.get(report);
    if (known) return known;
    const facts = this.report(report);
    const acts = new Map(actFacts(facts.coded, sketchOf(facts), this.#shared).map((act) => [act.key, act]));
    this.#acts.set(report, acts);
    return acts;
  }

  act(report: string, key: string): ActFacts {
    return this.acts(report).get(key) as ActFacts;
  }
}
