import { describe, expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../support/expectProblems.ts";
import { writePdf } from "../../support/writePdf.ts";

describe("circular-argument", () => {
  test("with the whole circle, at what comes first", async () => {
    const [problem] = await expectProblem(
      "circular-argument",
      `
      claim ‹honest›: The witness is honest.
        reason: Her story is true.
          premise true: What she says is true.
      reason says for true: An honest witness says so.
        premise honest
    `,
      "This argument rests on its own conclusion: “honest” rests on the reason under “honest”, the reason under “honest” rests on “true”, “true” rests on “says” and “says” rests on “honest”. Take one of these steps out, or give it a ground of its own.",
    );
    expect(problem?.related.length).toBe(4);
  });
  test("a reason for itself", () =>
    expectProblem(
      "circular-argument",
      `
    reason ‹a› for a: Because.
  `,
      "This argument rests on its own conclusion: “a” rests on “a”. Take one of these steps out, or give it a ground of its own.",
    ));
  test("a ring through an imported file, which cannot import this one", () =>
    expectNoProblem(
      "circular-argument",
      `
      import: other.argmap
      claim b: Two.
        reason: x
          premise a
    `,
      { "other.argmap": "claim a: One.\n  reason: y\n" },
    ));
  test("not a claim used twice, nor an objection in the ring", () =>
    expectNoProblem(
      "circular-argument",
      `
      claim a: One.
        reason: x
          premise b: Two.
      claim c: Three.
        reason: y
          premise b
        objection: z
          premise d: Four.
            reason: w
              premise c
    `,
    ));
});

describe("self-attack", () => {
  test("an objection to what its premise rests on", async () => {
    const [problem] = await expectProblem(
      "self-attack",
      `
      claim counted: The counts can be trusted.
      objection ‹wrong› against counted: The counts are wrong.
        premise high: Traffic was higher.
          reason shown: The counts show it.
            premise counted
    `,
      "This objection attacks “counted”, which it rests on itself: “wrong” rests on “high”, “high” rests on “shown” and “shown” rests on “counted”. Rest it on something else, or aim it at something else.",
    );
    expect(problem?.related.map(({ entry }) => entry.head.name?.text)).toEqual(["high", "shown", "counted"]);
  });
  test("an objection with its target as a premise", () =>
    expectProblem(
      "self-attack",
      `
      claim a: One.
        ‹objection›: No.
          premise a
    `,
      "This objection attacks “a”, which it rests on itself: the objection under “a” rests on “a”. Rest it on something else, or aim it at something else.",
    ));
  test("not two claims that attack each other", () =>
    expectNoProblem(
      "self-attack",
      `
      claim a: One.
        objection: No.
          premise b
      claim b: Two.
        objection: No.
          premise a
    `,
    ));
});

describe("for-and-against", () => {
  test("used again on both sides", () =>
    expectProblem(
      "for-and-against",
      `
      claim cars: Fewer cars come in.
      claim keep: It should stay.
        reason: The streets are quieter.
          premise cars
        objection: The shops lose customers.
          premise ‹cars›
    `,
      "“cars” is used both for and against “keep”. See whether both are meant; one of the two may want another premise.",
    ));
  test("written out on one side", () =>
    expectProblem(
      "for-and-against",
      `
      claim keep: It should stay.
        objection: The shops lose customers.
          premise ‹cars›: Fewer cars come in.
        reason: The streets are quieter.
          premise cars
    `,
      "“cars” is used both for and against “keep”. See whether both are meant; one of the two may want another premise.",
    ));
  test("not for one thing and against another", () =>
    expectNoProblem(
      "for-and-against",
      `
      claim cars: Fewer cars come in.
      claim keep: It should stay.
        reason: The streets are quieter.
          premise cars
      claim trade: The shops thrive.
        objection: They lose customers.
          premise cars
    `,
    ));
});

describe("contradictory-premises", () => {
  test("written out", () =>
    expectProblem(
      "contradictory-premises",
      `
      claim drop: It should go.
        reason: It cannot be right.
          premise little: It changes nothing.
          premise ‹much› contradicts little: It changes all.
    `,
      "“much” and “little” contradict each other, so this step can never go through. Make two steps of it, or take one premise out.",
    ));
  test("used again, the contradiction said elsewhere", () =>
    expectProblem(
      "contradictory-premises",
      `
      claim little: It changes nothing.
      claim much contradicts little: It changes all.
      claim drop: It should go.
        reason: It cannot be right.
          premise much
          premise ‹little›
    `,
      "“much” and “little” contradict each other, so this step can never go through. Make two steps of it, or take one premise out.",
    ));
  test("not of two steps", () =>
    expectNoProblem(
      "contradictory-premises",
      `
      claim drop: It should go.
        reason: It is no use.
          premise little: It changes nothing.
        reason: It goes too far.
          premise much contradicts little: It changes all.
    `,
    ));
});

describe("self-contradiction", () => {
  test("at its own name, and not at another", () =>
    expectProblem(
      "self-contradiction",
      `
      claim keep contradicts drop, ‹keep›: It should stay.
      claim drop: It should go.
    `,
      "“keep” is this claim itself, and “contradicts” names another. Name the one that is meant, or take it out.",
    ));
  test("not at another claim, nor one that leads nowhere", () =>
    expectNoProblem("self-contradiction", "claim keep contradicts drop, air.keep: It stays.\nclaim drop: It goes.\n"));
});

describe("crowded-reference", () => {
  test("a clause after the name", async () => {
    const [problem] = await expectProblem(
      "crowded-reference",
      `
      claim keep: It should stay.
      claim drop: It should go.
        reason: It cannot be right.
          ‹premise keep by lind, roy›
    `,
      "Is this meant to use “keep” again? Then write “premise keep” and no more: what else there is to say of it is said where it is written out. If it is text, put a backslash before it.",
    );
    expect(problem?.suggestions).toEqual(["premise keep"]);
  });
  test("a name in marks, or the keyword with a slip of the pen or a capital", async () => {
    const problems = await expectProblem(
      "crowded-reference",
      `
      claim keep: It should stay.
        reason: It works.
          ‹premis keep›
        reason: It works.
          ‹Premise p.keep›
        reason: It works.
          ‹premise “保留”›
        reason: It works.
          ‹premise keep.›
    `,
      "Is this meant to use “keep” again? Then write “premise keep” and no more. If it is text, put a backslash before it.",
    );
    const offers = problems.flatMap((problem) => problem.suggestions);
    expect(offers.sort()).toEqual(["premise keep", "premise keep", "premise p.keep", "premise 保留"]);
  });
  test("several names, in Chinese too", () =>
    expectProblem(
      "crowded-reference",
      `
      claim c: C.
        reason:
          ‹premise a, b›
        objection:
          ‹premise 保留, air.x, z›
    `,
      "Are these meant to be used again? Then write “premise” and one name on a line of its own for each. If it is text, put a backslash before it.",
    ));
  test("not in the middle of a sentence, in prose, after a backslash, under a claim, in an attribute", () =>
    expectNoProblem(
      "crowded-reference",
      `
      claim c: It has a
        premise a, b
        reason: It is so. It is the
          premise a, b
        reason: It is so.
          premise for the whole
        reason: It is so.
          premise and conclusion
        reason: It is a
          premise lost.
        reason: It is so.
          Promise kept.
        reason: It is so.
          Premises hold.
        reason: It is so.
          \\premise a, b
        reason: It is so.
          note: See.
            premise a, b
    `,
    ));
});

describe("inconsistent-speaker", () => {
  test("holds and rejects", () =>
    expectProblem(
      "inconsistent-speaker",
      `
      speaker lind: Maja Lind
      claim keep by lind, rejected-by ‹lind›: It should stay.
    `,
      "“lind” both holds and rejects this claim. Take one of the two out.",
    ));
  test("accepts two that contradict each other", () =>
    expectProblem(
      "inconsistent-speaker",
      `
      speaker lind: Maja Lind
      claim keep accepted-by lind: It should stay.
      claim drop contradicts keep, accepted-by ‹lind›: It should go.
    `,
      "“lind” accepts this claim and accepts “keep”, and the two contradict each other. See whether “lind” means both.",
    ));
  test("holds by what stands above", () =>
    expectProblem(
      "inconsistent-speaker",
      `
      speaker lind: Maja Lind
      claim keep by lind: It should stay.
        reason: Because.
          premise ‹drop› contradicts keep: It should go.
    `,
      "“lind” holds this claim and holds “keep”, and the two contradict each other. See whether “lind” means both.",
    ));
  test("not two speakers, nor what starts afresh", () =>
    expectNoProblem(
      "inconsistent-speaker",
      `
      speaker lind: Maja Lind
      speaker roy: Arun Roy
      claim keep by lind, rejected-by roy: It should stay.
        objection: No.
          premise drop contradicts keep: It should go.
    `,
    ));
});

/** What is said of values, by key. */
const messageOf: Readonly<Record<string, string>> = {
  likelihood:
    "A value of “likelihood” is a percentage such as 70% or one of almost-no-chance, very-unlikely, unlikely, even, likely, very-likely, almost-certain.",
  confidence: "A value of “confidence” is one of low, moderate, high.",
  tags: "A value of “tags” is words with commas between them, as in “air, old-town”.",
  date: "A value of “date” is a year, a month or a day, as in “2024”, “2024-05” or “2024-05-17”.",
  reliability: "A value of “reliability” is a letter of the Admiralty system: A, B, C, D, E, F.",
  url: "A value of “url” is an address that begins with “https://” or “http://”.",
  file: "A value of “file” is a path from the map’s own folder, with “/” between folders, as in “texts/report.txt”.",
  page: "A value of “page” is a number or a range, as in “12” or “12–14”.",
  language: "A value of “language” is a language tag, as in “en”, “de-AT” or “zh-Hans”.",
};

describe("malformed-value", () => {
  test("a word of a list, with the nearest offered", async () => {
    const [problem] = await expectProblem(
      "malformed-value",
      `
      claim keep: It should stay.
        likelihood: ‹Very likely›
    `,
      "A value of “likelihood” is a percentage such as 70% or one of almost-no-chance, very-unlikely, unlikely, even, likely, very-likely, almost-certain. Did you mean “very-likely”?",
    );
    expect(problem?.suggestions).toEqual(["very-likely"]);
  });
  test.each([
    ["likelihood", "120%"],
    ["likelihood", "often"],
    ["confidence", "medium"],
    ["tags", "air quality"],
    ["tags", "air,,health"],
    ["tags", "空气，交通"],
  ])(
    "%s: %s",
    async (key, value) =>
      void (await expectProblem(
        "malformed-value",
        `
    claim keep: It should stay.
      ${key}: ‹${value}›
  `,
        messageOf[key] ?? "",
      )),
  );
  test.each([
    ["date", "2023-02-29"],
    ["date", "1900-02-29"],
    ["date", "2024-13"],
    ["date", "14 March 2025"],
    ["reliability", "G"],
    ["url", "www.example.org"],
    ["url", "ftp://example.org"],
    ["file", "/home/report.txt"],
    ["file", "texts\\report.txt"],
    ["file", "C:/report.txt"],
  ])(
    "%s: %s",
    async (key, value) =>
      void (await expectProblem(
        "malformed-value",
        `
    source report: A report
      ${key}: ‹${value}›
  `,
        messageOf[key] ?? "",
      )),
  );
  test.each(["twelve", "14-12", "12, 14"])(
    "page: %s",
    async (value) =>
      void (await expectProblem(
        "malformed-value",
        `
    source report: A report
    claim keep: It should stay.
      quote:
        page: ‹${value}›
  `,
        messageOf["page"] ?? "",
      )),
  );
  test.each(["english", "e", "zh_Hans"])(
    "language: %s",
    async (value) =>
      void (await expectProblem(
        "malformed-value",
        `
    map: Title
      language: ‹${value}›
  `,
        messageOf["language"] ?? "",
      )),
  );
  test("no value at all", () =>
    expectProblem(
      "malformed-value",
      `
    source report: A report
      ‹date›:
  `,
      "“date” needs a value: a year, a month or a day, as in “2024”, “2024-05” or “2024-05-17”.",
    ));
  test("not values of the right form, nor of keys that take any text", () =>
    expectNoProblem(
      "malformed-value",
      `
      map: Title
        language: zh-Hans
        date: 2024
      source report: A report
        date: 2024-02-29
        url: https://example.org/a?b#c
        file: texts/report 1.txt
        reliability: A
        author: anyone, at all
      source other: Another
        date: 2024-02
        url: http://example.org
      claim keep: It should stay.
        likelihood: 72.5 %
        confidence: high
        tags: air, 空气, old-town
        reason: Because.
          strength: 80%
          scheme: whatever
        quote report: x
          page: 12–14
        quote report: x
          page: xii
    `,
    ));
});

describe("duplicate-attribute", () => {
  test("at all but the first", () =>
    expectProblem(
      "duplicate-attribute",
      `
      claim keep: It should stay.
        note: One.
        likelihood: likely
        ‹note›: Two.
        ‹note›: Three.
    `,
      "“note” is given above already, and the first counts. Make one of the two, or take this one out.",
    ));
  test("not of two entries", () =>
    expectNoProblem(
      "duplicate-attribute",
      `
      claim keep: It should stay.
        note: One.
        reason: Because.
          note: Two.
    `,
    ));
});

describe("same-words", () => {
  test("case, spaces and punctuation aside", async () => {
    const [problem] = await expectProblem(
      "same-words",
      `
      claim a: The air got cleaner.
      claim b: x
        reason: y
          premise: ‹the air
            GOT  “cleaner”!›
    `,
      "These are the words of another claim. Use “a” in both places, or say how the two differ.",
    );
    expect(problem?.related).toMatchObject([{ entry: { text: "The air got cleaner." } }]);
  });
  test("without a name to use", () =>
    expectProblem(
      "same-words",
      `
      claim: 空气变好了。
      claim: ‹空气 变好了›
    `,
      "These are the words of another claim. Give the claim there a name and use it in both places, or say how the two differ.",
    ));
  test("not other figures, reasons, or heads that cannot be read", () =>
    expectNoProblem(
      "same-words",
      `
      claim a: It fell by 3.5 per cent.
      claim b: It fell by 35 per cent.
      claim c: The air got cleaner.
        reason: The air got cleaner.
      claim d e: The air got cleaner.
    `,
    ));
});

describe("entry-after-open-text", () => {
  const breaksOff =
    "The text above breaks off within a sentence. If this line goes on with it, put a backslash before “reason”; if not, end the sentence above.";

  test.each([",", ";", " –", " —", ",”", "，", "；", "、", "،"])(
    "after %s",
    async (end) =>
      void (await expectProblem(
        "entry-after-open-text",
        `
      claim keep: The council gave one${end}
        ‹reason›: it pays for itself.
    `,
        breaksOff,
      )),
  );
  test("after a line of text, and after a note", () =>
    expectProblem(
      "entry-after-open-text",
      `
      claim keep: The council gave
        one,
        ‹reason›: it pays for itself.
        reason: It works.
          note: see above,
        ‹reason›: So what.
    `,
      "The text above breaks off within a sentence. If this line goes on with it, put a backslash before “reason”; if not, end the sentence above.",
    ));
  test("under a quote", () =>
    expectProblem(
      "entry-after-open-text",
      `
      source report: A report
      claim keep: It should stay.
        quote: the council said,
          ‹objection›: it did not.
    `,
      "The text above breaks off within a sentence. If this line goes on with it, put a backslash before “objection”; if not, end the sentence above.",
    ));
  test("not after a blank line, a whole sentence, a tag, or a quote that breaks off", () =>
    expectNoProblem(
      "entry-after-open-text",
      `
      source report: A report
      claim keep: The council gave one,

        reason: it pays for itself.
        reason: It works.
          tags: air,
        reason: So.
          quote: as the council said,
          quote: it works
    `,
    ));
});

describe("forgotten-colon", () => {
  test("a name and a capital", async () => {
    const [problem] = await expectProblem(
      "forgotten-colon",
      `
      claim keep: It should stay.
        ‹reason buses› Buses run to time.
    `,
      "Is this meant as a reason? Then put a colon after “reason buses”. If it is text, put a backslash before it.",
    );
    expect(problem?.suggestions).toEqual(["reason buses:"]);
  });
  test("no name, a name and clauses, in Chinese, after no full stop", () =>
    expectProblem(
      "forgotten-colon",
      `
      claim keep: It should stay.
        ‹reason› Buses run to time.
      claim drop: It should go
        ‹objection trade by lind, against keep› The shops lost customers.
      claim c: 空气变好了。
        ‹reason 公交 by 罗晓晴› 公交更准时了。
    `,
      "Is this meant as a reason? Then put a colon after “reason”. If it is text, put a backslash before it.",
    ));
  test("a wide colon", async () => {
    const [problem] = await expectProblem(
      "forgotten-colon",
      `
      claim c: 空气变好了。
        reason 公交 by 罗晓晴‹：›公交更准时了。
    `,
      "Is this meant as a reason? Then its colon is the narrow one: write “:”, not “：”. If it is text, put a backslash before it.",
    );
    expect(problem?.suggestions).toEqual([":"]);
  });
  test("text under a bare premise", async () => {
    const [problem] = await expectProblem(
      "forgotten-colon",
      `
      claim keep: It should stay.
        reason: It works.
          ‹premise keep›
            The charge should stay.
    `,
      "“premise keep” only refers to what stands elsewhere, but text is indented under it. Write “premise:” to make it a premise of its own, or move the text.",
    );
    expect(problem?.suggestions).toEqual(["premise:"]);
    const source = "claim keep: It should stay.\n  reason: It works.\n    premise free\n      The air got cleaner.\n";
    const { problems } = await checkMap(source);
    expect(problems.find(({ code }) => code === "forgotten-colon")?.suggestions).toEqual(["premise free:"]);
  });
  test.each([
    ["There is every", "reason to believe that Roy is right."],
    ["He makes the", "claim that the Council was wrong."],
    ["He makes the", "claim that Ardmore was wrong."],
    ["The", "question is whether Roy is right."],
    ["That is a", "premise of Roy’s argument."],
    ["This is the main", "reason Roy gives."],
    ["Everybody knows the", "claim lawyer Smith made in 2020."],
    ["There is no", "reason for London to follow."],
    ["She came to", "quote Smith at length."],
    ["It is without", "reason or sense. Nobody says so."],
    ["They left for that", "reason."],
  ])("not in prose: %s | %s", (before, line) =>
    expectNoProblem(
      "forgotten-colon",
      `
      claim keep: ${before}
        ${line}
    `,
    ),
  );
  test("not after a backslash", () =>
    expectNoProblem(
      "forgotten-colon",
      `
      claim keep: It should stay.
        \\reason buses Buses run to time.
    `,
    ));
});

describe("near-keyword", () => {
  test("with a capital, with a slip, with name and clauses", async () => {
    const problems = await expectProblem(
      "near-keyword",
      `
      claim keep: It should stay.
        ‹Reason›: It works.
        ‹reasn›: It works.
        ‹Reason› air: It works.
        ‹resaon› air by lind: It works.
        ‹OBJECTION› against keep: It works.
        ‹asumption›: It works.
        ‹premiss›: It works.
    `,
      "Is this meant as a reason? Then write “reason”. If it is text, put a backslash before it.",
    );
    const offers = problems.map((problem) => problem.suggestions[0]);
    expect(offers.sort()).toEqual(["assumption", "objection", "premise", "reason", "reason", "reason", "reason"]);
  });
  test("with the word that others have for it", async () => {
    const problems = await expectProblem(
      "near-keyword",
      `
      claim keep: It should stay.
        ‹pro›: It works.
        ‹Con› cost: It costs.
        ‹counterargument› by lind: It costs.
    `,
      "Is this meant as a reason? Then write “reason”. If it is text, put a backslash before it.",
    );
    expect(problems.map(({ suggestions }) => suggestions[0]).sort()).toEqual(["objection", "objection", "reason"]);
  });
  test.each([
    "https://example.org",
    "Pros and cons: many",
    "In conclusion: no",
    "Season: autumn",
    "promise: kept",
    "Of course: no",
    "She gave two reasons: air and buses.",
    "reasons: air and buses",
    "Question is this: why?",
    "May: the first month",
    "Quite: so",
    "Note: this is long",
    "Report: none",
    "Course: none",
    "12:30",
    ": x",
    "Claim, he said: no",
    "\\Reason: It works.",
  ])("not %s", (line) =>
    expectNoProblem(
      "near-keyword",
      `
      claim keep: It should stay.
        ${line}
    `,
    ),
  );
});

describe("text-after-children", () => {
  test("after an entry and after an attribute", () =>
    expectProblem(
      "text-after-children",
      `
      claim keep: It should stay.
        note: One,
        ‹two›
        reason: It works.
        ‹as I said
        and more.›
        reason: Again.
        ‹The end.›
    `,
      "This goes on with the text of the claim above, though “note” comes between. Move it up to the claim’s text, or indent it deeper if it belongs to “note”.",
    ));
  test("a head without its colon is told as such", () =>
    expectProblem(
      "text-after-children",
      `
      claim keep: It should stay.
        reason: It works.
        ‹reason air by›
    `,
      "Without a colon, “reason air by” goes on with the text of the claim above. Put a colon after it to begin an entry.",
    ));
  test.each(["o", "object", "premise", "not"])("not while the first word of an entry is typed: %s", (word) =>
    expectNoProblem(
      "text-after-children",
      `
      claim keep: It should stay.
        reason: It works.
        ${word}
    `,
    ),
  );
  test("not text before, nor what goes on with an attribute, nor what looks like an entry", () =>
    expectNoProblem(
      "text-after-children",
      `
      claim keep: It should stay,
        as I said.
        note: One,
          two
        reason: It works,
          as I said.
        Reason: It works.
        reason buses Buses run to time.
    `,
    ));
});

describe("missing-text", () => {
  test("of claims, premises, assumptions, questions and quotes", () =>
    expectProblem(
      "missing-text",
      `
      source report: A report
      claim ‹keep›:
        reason: x
          ‹premise›:
          ‹assumption›:
        ‹question›:
        quote ‹report›:
    `,
      "A claim needs a text after its colon: what is said.",
    ));
  test("not with text on its own line, with a page, or of a bare premise", () =>
    expectNoProblem(
      "missing-text",
      `
      source report: A report
      claim keep:
        It should stay.
        reason: x
          premise keep
        quote report:
          page: 12
    `,
    ));
});

describe("wrong-page", () => {
  const report = "The air got cleaner.\n\fTraffic fell by a third.\n\fThe air got\n\fcleaner.\n";
  const quote = (words: string, page: string): string => `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote report: ${words}
        page: ${page}
  `;
  test("with the right page offered", async () => {
    const [problem] = await expectProblem(
      "wrong-page",
      quote("Traffic fell", "‹3›"),
      "These words stand on page 2, not on page 3.",
      { "report.txt": report },
    );
    expect(problem?.suggestions).toEqual(["2"]);
  });
  test("of words on several pages", async () => {
    const [problem] = await expectProblem(
      "wrong-page",
      quote("The air got cleaner", "‹2›"),
      "These words stand on page 1 and on page 3–4, not on page 2.",
      { "report.txt": report },
    );
    expect(problem?.suggestions).toEqual(["1", "3–4"]);
  });
  test("that there is not, be it only cited", () =>
    expectProblem("wrong-page", quote("", "‹12›"), "The source has no page 12; its pages go from 1 to 4.", {
      "report.txt": report,
    }));
  test("calls pages by what a map can write, and what leads there", async () => {
    const pages = [["The air"], ["got cleaner."], ["Traffic fell."], ["Buses run."]];
    const labelled = (labels: string) => ({ "report.pdf": writePdf(pages, { labels }) });
    const inPdf = (words: string, page: string): string => quote(words, page).replace(".txt", ".pdf");
    const message = "These words stand on page 3, not on page 2.";
    // “A-1” is no value, and of two pages that are called 1 the first is meant.
    const appendix = labelled("0 << /S /D >> 2 << /S /D /P (A-) >>");
    expect(
      (await expectProblem("wrong-page", inPdf("Traffic fell", "‹2›"), message, appendix))[0]?.suggestions,
    ).toEqual(["3"]);
    const twice = labelled("0 << /S /D >> 2 << /S /D >>");
    expect((await expectProblem("wrong-page", inPdf("Traffic fell", "‹2›"), message, twice))[0]?.suggestions).toEqual([
      "3",
    ]);
    const hidden = labelled("0 << /S /D /P (A-) >> 1 << /S /D >>");
    const unwritten = "These words stand on page A-1, not on page 2.";
    expect((await expectProblem("wrong-page", inPdf("The air", "‹2›"), unwritten, hidden))[0]?.suggestions).toEqual([]);
  });
  test("not on a page that has some of the words, nor where they are nowhere", async () => {
    await expectNoProblem("wrong-page", quote("The air got cleaner", "4"), { "report.txt": report });
    await expectNoProblem("wrong-page", quote("Traffic fell", "1–3"), { "report.txt": report });
    await expectNoProblem("wrong-page", quote("Traffic rose", "1"), { "report.txt": report });
    await expectNoProblem("wrong-page", quote("Traffic fell", "12"), { "report.txt": "Traffic fell by a third." });
  });
});
