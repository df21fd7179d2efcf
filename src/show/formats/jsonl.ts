import type { Format } from './format.ts';

/** One event a line, with everything the record has of it. */
export const jsonl: Format = {
  name: 'jsonl',
  extension: 'jsonl',
  mediaType: 'application/jsonl; charset=utf-8',
  about: 'JSON lines, one event a line with its readouts (docs/schema/event.schema.json)',
  async *write(events) {
    for (const event of events) yield `${JSON.stringify(event)}\n`;
  },
};
