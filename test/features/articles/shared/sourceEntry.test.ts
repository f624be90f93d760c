import { expect, test } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import { addSelection } from "../../../support/workspaces/addSelection.ts";

test("refuses to add a source if quotes refer to an indirectly imported one without a name", async () => {
  const source = map`
    import: middle.argmap
    claim k¦: K.
      quote: It rose
    === middle.argmap
    import: far.argmap
    claim m: M.
    === far.argmap
    source: Far
      file: far.txt
    === a.txt
    ⟦It fell⟧.
    === far.txt
    It rose.
  `;
  await expect(addSelection(source, "quote")).rejects.toThrow(
    "Quotes in main.argmap refer to the only source, in far.argmap, without naming it.",
  );
});

test("adds a quote to an entry that is misplaced under a source", async () => {
  const source = map`
    source b: B
      file: b.txt
      claim k¦: K.
    === a.txt
    ⟦It fell⟧.
    === b.txt
    It rose.
  `;
  expect(await addSelection(source, "quote")).toContain("  claim k: K.\n    quote a: It fell");
});

test("adds a missing source after the others, with the metadata of the article", async () => {
  expect(
    await addSelection(
      map`
        map: A map
        source other: Another
          date: 2024
        speaker lind: Maja Lind
        claim ke¦ep: Stay.
        === sub/The%20Trial.html
        <title>Streets for &amp; whom?</title><meta name="author" content="City Office">
        <meta property="article:published_time" content="2025-03-14T10:00:00Z">
        <body><p>⟦It fell⟧ by a fifth.</p>
      `,
      "quote",
    ),
  ).toBe(map`
    map: A map
    source other: Another
      date: 2024

    source the-trial: Streets for & whom?
      author: City Office
      date: 2025-03-14
      file: sub/The Trial.html

    speaker lind: Maja Lind
    claim keep: Stay.
      quote the-trial: It fell¦
  `);
});

test("adds a source to an empty map", async () => {
  expect(await addSelection("=== main.argmap\n=== a.md\n# The *Trial*\n\n⟦It fell⟧.\n", "claim")).toBe(
    "source a: The Trial\n  file: a.md\n\nclaim: ¦\n  quote a: It fell\n",
  );
});

test("names the existing source in quotes without a source name", async () => {
  expect(await addSelection("source: Old\nclaim k¦: K.\n  quote: so it is\n=== a.txt\n⟦It fell⟧.\n", "quote")).toBe(
    "source source: Old\n\nsource a: It fell.\n  file: a.txt\n\nclaim k: K.\n  quote source: so it is\n  quote a: It fell¦\n",
  );
});

test("names an unnamed source, also in quotes of other files", async () => {
  const source = map`
    source: Old
    claim k¦: K.
    === other.argmap
    import m: main.argmap
    claim o: O.
      quote: so it is
    === a.txt
    ⟦It fell⟧.
  `;
  expect(await addSelection(source, "quote")).toContain("source source: Old\n");
  expect(await addSelection(source, "quote", { file: "other.argmap" })).toContain("  quote m.source: so it is\n");
});

test("imports the file of the existing source if necessary", async () => {
  expect(
    await addSelection(
      map`
        import: middle.argmap
        claim k¦: K.
          quote: so it is
          quote: so it was
        === middle.argmap
        import: deep.argmap
        === deep.argmap
        source old: Old
        === a.txt
        ⟦It fell⟧.
      `,
      "quote",
    ),
  ).toBe(map`
    import: middle.argmap
    import: deep.argmap

    source a: It fell.
      file: a.txt

    claim k: K.
      quote old: so it is
      quote old: so it was
      quote a: It fell¦
  `);
});

test("uses the prefix of an imported source", async () => {
  expect(
    await addSelection(
      "import s: sources.argmap\nclaim k¦: K.\n=== sources.argmap\nsource trial: T\n  file: a.txt\n=== a.txt\n⟦It fell⟧.\n",
      "quote",
    ),
  ).toBe("import s: sources.argmap\nclaim k: K.\n  quote s.trial: It fell¦\n");
});

test("omits the name of the only source if it has none", async () => {
  expect(await addSelection("source: T\n  file: a.txt\nclaim k¦: K.\n=== a.txt\n⟦It fell⟧.\n", "quote")).toBe(
    "source: T\n  file: a.txt\nclaim k: K.\n  quote: It fell¦\n",
  );
});

test("reads the title of XHTML after a self-closing element", async () => {
  expect(
    await addSelection(
      'claim k¦: K.\n=== a.xhtml\n<head><script src="a.js"/><title>Air</title></head><body><div/>⟦It fell⟧.</body>\n',
      "quote",
    ),
  ).toBe("source a: Air\n  file: a.xhtml\n\nclaim k: K.\n  quote a: It fell¦\n");
});
