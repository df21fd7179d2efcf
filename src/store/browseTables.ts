/**
 * The tables that pages are listed from, kept by triggers: whoever writes events, stories and reports need not know of
 * them. (A trigger takes the conflict clause of the statement that fires it: hence a deletion before each insertion.)
 * `facets` holds what an event can be chosen by, `story_list` what stories are ordered by.
 */
export const BROWSE_TABLES = `
  CREATE TABLE facets (
    event TEXT PRIMARY KEY,
    earliest TEXT, latest TEXT,
    facets TEXT NOT NULL            -- JSON: { facet: values }
  ) STRICT, WITHOUT ROWID;
  CREATE VIEW event_facets AS SELECT id AS event, earliest, latest, json_object(
      'from', json_extract(event, '$.from'),
      'to', json_extract(event, '$.to'),
      'type', type,
      'mode', json_extract(event, '$.mode'),
      'subtype', json_extract(event, '$.subtype'),
      'status', status,
      'topic', json_extract(event, '$.topics'),
      'language', json_extract(event, '$.languages'),
      'outlet', json_extract(event, '$.originNames'),
      'disputed', (SELECT json_group_array(json_extract(value, '$.field')) FROM json_each(events.event, '$.disputed'))
    ) AS facets FROM events;
  CREATE TRIGGER facets_insert AFTER INSERT ON events BEGIN
    DELETE FROM facets WHERE event = new.id;
    INSERT INTO facets SELECT * FROM event_facets WHERE event = new.id;
  END;
  CREATE TRIGGER facets_update AFTER UPDATE ON events BEGIN
    DELETE FROM facets WHERE event = new.id;
    INSERT INTO facets SELECT * FROM event_facets WHERE event = new.id;
  END;
  CREATE TRIGGER facets_delete AFTER DELETE ON events BEGIN
    DELETE FROM facets WHERE event = old.id;
  END;
  INSERT INTO facets SELECT * FROM event_facets;

  CREATE TABLE story_list (
    story TEXT PRIMARY KEY,
    reports INTEGER NOT NULL,
    latest TEXT NOT NULL            -- of publication; '' when no report has a day
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX story_list_latest ON story_list (latest, story) WHERE reports > 1;
  CREATE TRIGGER story_list_insert AFTER INSERT ON stories BEGIN
    DELETE FROM story_list WHERE story = new.id;
    INSERT INTO story_list VALUES (new.id, json_array_length(new.story, '$.reports'), '');
  END;
  CREATE TRIGGER story_list_delete AFTER DELETE ON stories BEGIN
    DELETE FROM story_list WHERE story = old.id;
  END;
  CREATE TRIGGER story_list_report AFTER UPDATE OF story ON reports WHEN new.story IS NOT NULL BEGIN
    UPDATE story_list SET latest = max(latest, coalesce(new.latest, '')) WHERE story = new.story;
  END;
  INSERT INTO story_list SELECT stories.id, json_array_length(story, '$.reports'),
    (SELECT coalesce(max(reports.latest), '') FROM reports WHERE reports.story = stories.id) FROM stories;
  `;
