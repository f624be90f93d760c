import { expect, test } from "vitest";
import { map } from "../../../support/maps/markedMap.ts";
import { addSelection } from "../../../support/workspaces/addSelection.ts";
import { openArticles } from "../../../support/workspaces/openArticles.ts";

test("adds a quote after the other quotes of an entry and before its reasons", async () => {
  expect(
    await addSelection(
      map`
        source report: A report
          file: a.txt

        claim k¦eep: The charge
            should stay.
          tags: air
          quote report: It rose.
            page: 3
          reason: It works.
        === a.txt
        It rose. ⟦It fell
        by a fifth.⟧
      `,
      "quote",
    ),
  ).toBe(map`
    source report: A report
      file: a.txt

    claim keep: The charge
        should stay.
      tags: air
      quote report: It rose.
        page: 3
      quote report: It fell by a fifth.¦
      reason: It works.
  `);
});

test("adds a new entry after all children, with the cursor where its text is missing", async () => {
  const source = map`
    source report: A report
      file: a.txt

    claim ke¦ep: The charge should stay.
        reason: It works.
            objection: Only in winter.

    claim drop: It should go.
    === a.txt
    ⟦It fell⟧ by a fifth.
  `;
  const expected = (text: string) => map`
    source report: A report
      file: a.txt

    claim keep: The charge should stay.
        reason: It works.
            objection: Only in winter.
        objection: ${text}
            quote report: It fell

    claim drop: It should go.
  `;
  expect(await addSelection(source, "objection")).toBe(expected("¦"));
  expect(await addSelection(source, "objection", { text: "It fell too\n little." })).toBe(
    expected("It fell too little.¦"),
  );
});

test("says which lines are new, also if it adds a source above them", async () => {
  const source = "claim k¦eep: Stay.\n  reason: It works.\n=== a.txt\n⟦It fell⟧ by a fifth.\n";
  expect(await addSelection(source, "reason", { text: "It fell.", onlyEntry: true })).toBe(
    "  reason: It fell.\n    quote a: It fell",
  );
  expect(await addSelection(source, "quote", { onlyEntry: true })).toBe("  quote a: It fell");
});

test("adds a new speaker in the same edit, and says which lines are new below it", async () => {
  const source = "map: M\n\nclaim k¦eep: Stay.\n=== a.txt\n⟦It fell⟧ by a fifth.\n";
  const added = { text: "It fell.", newSpeaker: "Ana Ruiz" };
  expect(await addSelection(source, "reason", added)).toBe(
    "map: M\n\nsource a: It fell by a fifth.\n  file: a.txt\nspeaker ana-ruiz: Ana Ruiz\n\n" +
      "claim keep: Stay.\n  reason by ana-ruiz: It fell.¦\n    quote a: It fell\n",
  );
  expect(await addSelection(source, "reason", { ...added, onlyEntry: true })).toBe(
    "  reason by ana-ruiz: It fell.\n    quote a: It fell",
  );
  const known = `speaker ana: Ana Ruiz\n${source}`;
  expect(await addSelection(known, "reason", { ...added, newSpeaker: "ana ruiz" })).toContain(
    "reason by ana: It fell.",
  );
});

test("adds a claim at the end of the map, or under a question", async () => {
  const article = "=== a.txt\n⟦It fell⟧ by a fifth.\n";
  expect(await addSelection(`source report: A report\n  file: a.txt\nclaim keep: Stay.\n\n\n${article}`, "claim")).toBe(
    "source report: A report\n  file: a.txt\nclaim keep: Stay.\n\nclaim: ¦\n  quote report: It fell\n\n\n",
  );
  expect(await addSelection(`source report: A report\n  file: a.txt\nquestion w¦hy: Why?\n${article}`, "claim")).toBe(
    "source report: A report\n  file: a.txt\nquestion why: Why?\n  claim: ¦\n    quote report: It fell\n",
  );
});

test("adds a premise in Chinese, with the indentation of the map", async () => {
  const source =
    "source 报告: 报告\n\tfile: a.txt\nclaim 保留: 应该保留。\n\treason 空¦气: 空气。\n=== a.txt\n去年⟦空气变好\n了许多⟧。\n";
  expect(await addSelection(source, "premise")).toBe(
    "source 报告: 报告\n\tfile: a.txt\nclaim 保留: 应该保留。\n\treason 空气: 空气。\n\t\tpremise: ¦\n\t\t\tquote 报告: 空气变好了许多\n",
  );
});

test("wraps the quote at the line width, and escapes lines that would not be parsed as text", async () => {
  const text = await addSelection(
    map`
      source report: A report
        file: a.txt
      claim ke¦ep: Stay.
      === a.txt
      ⟦He gave many a good reason: it fell by a fifth, and note: nobody denies it.⟧
    `,
    "quote",
    { lineWidth: 30 },
  );
  expect(text.split("\n").every((line) => line.length <= 31)).toBe(true);
  const { workspace } = await openArticles(text.replace("¦", ""));
  const [quote] = [...(workspace.get("file:///maps/main.argmap")?.file.entriesOf("quote") ?? [])];
  expect(quote?.text).toBe("He gave many a good reason: it fell by a fifth, and note: nobody denies it.");
});

test("joins several selections to one quote", async () => {
  expect(
    await addSelection(
      "source s: S\n  file: a.txt\nclaim k¦: K.\n=== a.txt\n⟦It fell⟧ by a fifth, ⟦and it rose⟧ later.\n",
      "quote",
    ),
  ).toBe("source s: S\n  file: a.txt\nclaim k: K.\n  quote s: It fell … and it rose¦\n");
});
