/** Quotes from an assistant: only words that are in the article get into a map. */
import { expect, test } from "vitest";
import { writePdf } from "../../support/pdf/writePdf.ts";
import { writingAssistant } from "../../support/programs/mcpClient.ts";
import { tollArticle, tollFiles, tollMap } from "../../support/programs/tollMap.ts";

const objection = { map: "toll.argmap", kind: "objection", parent: "keep", text: "The shops lose customers." };

test("adds an entry with a quote that is in its source", async () => {
  const assistant = await writingAssistant(tollFiles);
  const answer = await assistant.call("add_entry", { ...objection, quote: { text: "he lost every fifth customer" } });
  expect(answer.text).toMatch(/^Added objection \(#\d+\) “The shops lose customers\.”\./);
  expect(assistant.read("toll.argmap")).toBe(
    tollMap.replace(
      "\nclaim drop",
      "  objection: The shops lose customers.\n    quote report: he lost every fifth customer\n\nclaim drop",
    ),
  );
  expect((await assistant.call("check_map", { map: "toll.argmap" })).text).not.toContain("quote");
});

test("refuses an invented quote with the nearest passages, and writes nothing", async () => {
  const assistant = await writingAssistant(tollFiles);
  const answer = await assistant.call("add_entry", {
    ...objection,
    quote: { text: "the baker lost every third customer" },
  });
  expect(answer).toMatchObject({ isError: true });
  expect(answer.text).toContain("The quote is not in “The toll” word for word, so nothing is written.");
  expect(answer.text).toContain("in “The toll”, on line 7: “A baker says that he lost every fifth customer.”");
  expect(assistant.read("toll.argmap")).toBe(tollMap);
});

test("a passage that a refusal lists is accepted as a quote", async () => {
  const assistant = await writingAssistant(tollFiles);
  const { text } = await assistant.call("add_entry", { ...objection, quote: { text: "lost every third customer" } });
  const [, passage] = /“(A baker[^”]*)”/.exec(text) ?? [];
  const answer = await assistant.call("add_entry", { ...objection, quote: { text: passage } });
  expect(answer.isError).toBe(false);
  expect(assistant.read("toll.argmap")).toContain("quote report: A baker says that he lost every fifth customer.");
});

test.each([
  ["other capitals", "HE LOST every fifth customer"],
  ["another number", "he lost every sixth customer"],
  ["words left out without a mark", "In June, 2,300 cars passed the gate"],
  ["words of two paragraphs joined by “…”", "It wants less noise … The shops complain"],
  ["no word", "… […]"],
  ["a part of a word", "he lost every fifth custom"],
])("refuses a quote with %s", async (_, text) => {
  const assistant = await writingAssistant(tollFiles);
  expect(await assistant.call("add_entry", { ...objection, quote: { text } })).toMatchObject({ isError: true });
  expect(assistant.read("toll.argmap")).toBe(tollMap);
});

test("writes the words of the article, not those of the assistant", async () => {
  const assistant = await writingAssistant(tollFiles);
  const quotes = [
    ["“The shops complain.”", "The shops complain."],
    ["It wants [much] less noise in the old town.", "It wants less noise in the old town."],
    ["2,300 cars a day … a third fewer than before", "2,300 cars a day … a third fewer than before"],
  ] as const;
  for (const [text, written] of quotes) {
    const answer = await assistant.call("add_entry", {
      map: "toll.argmap",
      kind: "quote",
      parent: "drop",
      quote: { text },
    });
    expect(answer.isError, answer.text).toBe(false);
    expect(assistant.read("toll.argmap")).toContain(`\n  quote report: ${written}\n`);
  }
});

test("words that occur twice are refused until one of the places is chosen", async () => {
  const assistant = await writingAssistant(tollFiles);
  const twice = { ...objection, quote: { text: "the number did not change" } };
  const refused = await assistant.call("add_entry", { ...objection, quote: { text: "umber did not change" } });
  expect(refused.isError).toBe(true);
  const article = tollArticle
    .replace("In July, the", "In July the")
    .replace("The number did not change its mind.", "In July the number did not change.");
  assistant.write("toll.md", article);
  const answer = await assistant.call("add_entry", twice);
  expect(answer.isError).toBe(true);
  expect(answer.text).toMatch(/2 places.*`occurrence` 1, .*`occurrence` 2, /s);
  const chosen = await assistant.call("add_entry", { ...objection, quote: { ...twice.quote, occurrence: 2 } });
  expect(chosen.isError, chosen.text).toBe(false);
  expect((await assistant.call("check_map", { map: "toll.argmap" })).text).not.toContain("quote");
});

test("a quote gets new words that occur twice when one of the places is chosen", async () => {
  const assistant = await writingAssistant(tollFiles);
  const { text: read } = await assistant.call("read_map", { map: "toll.argmap" });
  const entry = /#\d+(?= +quote)/.exec(read)?.[0];
  const input = { map: "toll.argmap", entry, text: "number did not change" };
  const refused = await assistant.call("edit_entry", input);
  expect(refused).toMatchObject({ isError: true, text: expect.stringMatching(/2 places.*`occurrence` 2, /s) });
  const chosen = await assistant.call("edit_entry", { ...input, occurrence: 2 });
  expect(chosen.isError, chosen.text).toBe(false);
  expect(assistant.read("toll.argmap")).toMatch(/quote report: .*number did not change its mind/i);
});

test("refuses to choose a place for what is no new text of a quote", async () => {
  const assistant = await writingAssistant(tollFiles);
  for (const change of [{ text: "Other." }, { tags: ["air"] }])
    expect(
      await assistant.call("edit_entry", { map: "toll.argmap", entry: "keep", occurrence: 2, ...change }),
    ).toMatchObject({ isError: true, text: "`occurrence` is only for the new text of a quote. Leave it out." });
  expect(assistant.read("toll.argmap")).toBe(tollMap);
});

test("gives the reason if the source of a quote cannot be read", async () => {
  const assistant = await writingAssistant({
    "toll.argmap":
      "source book: A book\nsource scan: A scan\n  file: scan.pdf\nsource lost: Lost\n  file: lost.txt\nclaim keep: It stays.\n",
    "scan.pdf": "not a PDF",
  });
  const reasons = [
    ["book", "The source “A book” has no `file`, so its words cannot be read."],
    ["scan", "The source “A scan” cannot be read. This file is damaged and cannot be read."],
    ["lost", "The source “Lost” cannot be read. There is no file at its path."],
    ["bok", "No source of this map is named “bok”, and there is no file at that path. Did you mean “book”?"],
    [undefined, "This map has 3 sources. Give `source` one of these: book, scan or lost."],
  ] as const;
  for (const [source, reason] of reasons) {
    const answer = await assistant.call("add_entry", { ...objection, quote: { text: "words", source } });
    expect(answer).toMatchObject({ isError: true, text: expect.stringContaining(reason) });
  }
});

test("quotes an article that the map does not have yet, and adds it as a source", async () => {
  const assistant = await writingAssistant({
    "toll.md": tollArticle,
    "new.argmap": "claim keep: The toll should stay.\n",
  });
  const answer = await assistant.call("add_entry", {
    map: "new.argmap",
    kind: "quote",
    parent: "keep",
    quote: { text: "It wants less noise", source: "toll.md" },
  });
  expect(answer.isError, answer.text).toBe(false);
  expect(assistant.read("new.argmap")).toContain("source toll: The toll\n  file: toll.md\n");
  expect(assistant.read("new.argmap")).toContain("  quote toll: It wants less noise\n");
});

test("finds and quotes passages of a PDF with their pages", async () => {
  const assistant = await writingAssistant({
    "talk.argmap": "source talk: Talk\n  file: talk.pdf\nclaim keep: The toll should stay.\n",
    "talk.pdf": writePdf([["The council introduced the toll."], ["The shops complain about it."]]),
  });
  const { text } = await assistant.call("find_passages", { map: "talk", words: "shops" });
  expect(text).toContain("- on page 2: “The shops complain about it.”");
  const quote = { text: "The shops complain" };
  await assistant.call("add_entry", { map: "talk", kind: "objection", parent: "keep", text: "They lose.", quote });
  expect(assistant.read("talk.argmap")).toContain("    quote talk: The shops complain\n      page: 2\n");
});

test("changes the words of a quote only to words of its source", async () => {
  const assistant = await writingAssistant(tollFiles);
  const { text } = await assistant.call("read_map", { map: "toll.argmap" });
  const [entry] = /#\d+(?= +quote)/.exec(text) ?? [];
  const edit = (words: string) => assistant.call("edit_entry", { map: "toll.argmap", entry, text: words });
  expect(await edit("half as many as before")).toMatchObject({ isError: true });
  expect(assistant.read("toll.argmap")).toBe(tollMap);
  expect(await edit("2,300 cars a day passed the gate")).toMatchObject({ isError: false });
  expect(assistant.read("toll.argmap")).toContain("quote report: 2,300 cars a day passed the gate\n");
});

test("text that looks like a quote stays text", async () => {
  const assistant = await writingAssistant(tollFiles);
  const answer = await assistant.call("add_entry", {
    ...objection,
    text: "The shops lose customers.\nquote report: The shops are ruined.",
  });
  expect(answer.isError, answer.text).toBe(false);
  expect(assistant.read("toll.argmap")).toContain("\\quote report: The shops are ruined.");
});
