import { expect, test } from "vitest";
import { argmap } from "../../support/programs/argmapCli.ts";

test("prints the text and position selectors of each quote, with the entry that it supports", () => {
  const article = "😀 In its first year nitrogen dioxide fell by 21 per cent, and traffic by a third.\n";
  const map =
    "source report: A report\n  file: report.txt\nclaim keep: It stays.\n  reason: It works.\n    quote: “nitrogen dioxide fell”\n    quote: “not there”\n";
  const { status, out, err } = argmap(["annotations", "a.argmap"], { "a.argmap": map, "report.txt": article });
  const [first, ...others] = JSON.parse(out).items;
  expect(JSON.parse(out)["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
  expect(others).toEqual([]);
  expect(first).toEqual({
    id: "a.argmap#line-5",
    type: "Annotation",
    motivation: "describing",
    body: [
      { type: "TextualBody", purpose: "describing", value: "It works." },
      { type: "TextualBody", purpose: "tagging", value: "reason" },
    ],
    target: {
      source: "report.txt",
      selector: [
        {
          type: "TextQuoteSelector",
          exact: "nitrogen dioxide fell",
          prefix: "😀 In its first year ",
          suffix: " by 21 per cent, and traffic by ",
        },
        { type: "TextPositionSelector", start: 20, end: 41 },
      ],
    },
  });
  expect(err).toBe("1 quote omitted: not found in the source.\nRun “argmap check” for details.\n");
  expect(status).toBe(1);
});

test("distinguishes quotes that are not in their source from quotes without a readable source", () => {
  const map =
    "source a: A\n  file: a.txt\nsource b: B\n  file: b.txt\nsource c: C\nclaim keep: It stays.\n  quote a: not\n  quote a: there\n  quote b: any\n  quote c: any\n";
  const { status, out, err } = argmap(["annotations", "a.argmap"], { "a.argmap": map, "a.txt": "Words.\n" });
  expect(JSON.parse(out).items).toEqual([]);
  expect(err).toBe(
    "2 quotes omitted: not found in the source.\n2 quotes omitted: no readable source.\nRun “argmap check” for details.\n",
  );
  expect(status).toBe(1);
});
