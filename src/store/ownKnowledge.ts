import type { TableTexts } from '../world/own-tables.ts';
import type { Driver } from './driver.ts';

/** The tables of a user's own that the record was made with, in the order in which they override one another. */
export function readOwnKnowledge(driver: Driver): TableTexts[] {
  return driver
    .all('SELECT tables FROM own_knowledge ORDER BY place')
    .map(({ tables }) => JSON.parse(String(tables)) as TableTexts);
}

/** Keeps the tables of a user's own, so that whoever shows the record knows their names; they take the place of earlier ones. */
export function keepOwnKnowledge(driver: Driver, own: readonly TableTexts[]): void {
  driver.transaction(() => {
    driver.run('DELETE FROM own_knowledge');
    own.forEach((tables, place) => {
      driver.run('INSERT INTO own_knowledge (place, tables) VALUES (?, ?)', place, JSON.stringify(tables));
    });
  });
}
