import { expect, test } from "vitest";
import { sourceInsertion } from "../../../../client/playground/files/sourceEntry.ts";

const insert = (text: string, path: string): string | undefined => {
  const insertion = sourceInsertion(text, path);
  return insertion && text.slice(0, insertion.position) + insertion.inserted + text.slice(insertion.position);
};

test("inserts the source of an article after the map and its attributes", () => {
  expect(insert("map: Trams\n  language: en\n\nclaim: Yes.\n", "Night trams.html")).toBe(
    "map: Trams\n  language: en\n\nsource night-trams: Night trams\n  file: Night trams.html\n\nclaim: Yes.\n",
  );
});

test("inserts it first in a map without a title", () => {
  expect(insert("claim: Yes.\n", "report.pdf")).toBe("source report: Report\n  file: report.pdf\n\nclaim: Yes.\n");
});

test("gives it a name that the map does not use", () => {
  expect(insert("claim report: Yes.\n", "report.pdf")).toMatch(/^source report-2: Report\n/);
});

test("takes words of the texts for no names", () => {
  expect(insert("claim: The report\n  and the charge.\n", "report.pdf")).toMatch(/^source report: Report\n/);
});

test("inserts nothing if a source names the file", () => {
  expect(insert("source a: A\n  file: report.pdf\n", "report.pdf")).toBeUndefined();
});
