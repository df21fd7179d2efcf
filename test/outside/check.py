"""Opens exports with programs that are not ours. Called by tools/outside.ts with the folder of the exports; prints a line a check."""

import csv
import json
import sys
from pathlib import Path

import duckdb
from followthemoney import model
from frictionless import validate

folder = Path(sys.argv[1])
failed = 0


def check(name, passed, told):
    global failed
    failed += 0 if passed else 1
    print(f"{'ok' if passed else 'FAILED'}  {name}: {told}")


def rows(query):
    return duckdb.sql(query).fetchall()


def parquet():
    file = folder / "events.parquet"
    types = {name: kind for name, kind, *_ in rows(f"DESCRIBE SELECT * FROM '{file}'")}
    same = rows(
        f"""SELECT count(*) FROM '{file}' AS p FULL JOIN read_csv('{folder / "events.csv"}', all_varchar = true) AS c USING (id)
            WHERE p.id IS NULL OR c.id IS NULL OR p.type <> c.type OR array_to_string(p.reports, '; ') <> coalesce(c.reports, '')
            OR p.earliest::VARCHAR IS DISTINCT FROM c.earliest"""
    )[0][0]
    count = rows(f"SELECT count(*) FROM '{file}'")[0][0]
    fits = types["earliest"] == "DATE" and types["from"] == "VARCHAR[]" and types["origins"] == "INTEGER"
    check("DuckDB reads parquet", count > 0 and fits, f"{count} events, days are {types['earliest']}, lists are {types['from']}")
    check("DuckDB finds parquet and csv alike", same == 0, f"{same} events differ")


def tabbed():
    icews = f"read_csv('{folder / 'icews.tsv'}', delim = '\t', quote = '', header = true)"
    names = [name for name, *_ in rows(f"DESCRIBE SELECT * FROM {icews}")]
    count, first = rows(f'SELECT count(*), min("Event Date")::DATE::VARCHAR FROM {icews}')[0]
    check("DuckDB reads ICEWS", len(names) == 20 and count > 0, f"{count} rows of {len(names)} columns from {first} on")
    with open(folder / "gdelt.tsv", newline="", encoding="utf-8") as file:
        lines = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    widths = {len(line) for line in lines}
    check("Python's csv reads GDELT", widths == {61} and len(lines) > 0, f"{len(lines)} rows of {widths} columns")


def money():
    wrong = []
    count = 0
    with open(folder / "events.ftm.json", encoding="utf-8") as file:
        for line in file:
            data = json.loads(line)
            count += 1
            schema = model.get(data["schema"])
            schema.validate(data)
            for name, values in data["properties"].items():
                prop = schema.get(name)
                if prop is None:
                    wrong.append(f"{schema.name} has no {name}")
                else:
                    wrong += [f"{schema.name}.{name} {value}" for value in values if prop.type.clean(value) != value]
    check("followthemoney finds its entities clean", not wrong and count > 0, f"{count} entities, wrong: {wrong[:5]}")


def package():
    report = validate(str(folder / "package" / "datapackage.json"))
    check("frictionless finds the data package valid", report.valid, f"{report.stats['tasks']} tables, {report.stats['errors']} errors")


for one in (parquet, tabbed, money, package):
    one()
sys.exit(1 if failed else 0)
