import { describe, expect, test } from "vitest";
import { checkMap, expectNoProblem, expectProblem } from "../../support/expectProblems.ts";

describe("stray-line", () => {
  test("text at the left edge", () =>
    expectProblem(
      "stray-line",
      `
      claim keep: It should stay.
      ‹and so on.›
    `,
      "A line at the left edge begins with a keyword, such as “claim:” or “reason”. If this is text, indent it under its entry.",
    ));
  test("an attribute at the left edge", () =>
    expectProblem(
      "stray-line",
      `
      source report: A report
      ‹author: The office›
    `,
      "“author” is said of an entry: indent it under its entry.",
    ));
  test("a keyword with a slip of the pen", async () => {
    const [problem] = await expectProblem(
      "stray-line",
      `‹cliam› keep: It should stay.`,
      "Did you mean “claim”? If this is text, indent it under its entry.",
    );
    expect(problem?.suggestions).toEqual(["claim"]);
  });
  test("a heading without words", () =>
    expectProblem("stray-line", `‹##›`, "A heading needs words after “##”, as in “## The case for”."));
  test("a heading without a space", async () => {
    const [problem] = await expectProblem(
      "stray-line",
      `‹#Air›`,
      "A heading is one to six “#”, a space, and its words, as in “# Air”.",
    );
    expect(problem?.suggestions).toEqual(["# Air"]);
  });
  test("a wide colon after a keyword", () =>
    expectProblem(
      "stray-line",
      `claim‹：›空气变好了。`,
      "The colon after a head is the narrow one: write “:”, not “：”.",
    ));
  test("text under a heading", () =>
    expectProblem(
      "stray-line",
      `
      claim keep: It should stay.
      # Air
        ‹and so on.›
    `,
      "This text has nothing above it that it could belong to. Put it under an entry.",
    ));
  test("an attribute under nothing", () =>
    expectProblem(
      "stray-line",
      `  ‹note: x›\n`,
      "“note” has nothing above it that it could be said of. Put it under an entry.",
    ));
  test("not headings, comments, blank lines and indented text", () =>
    expectNoProblem(
      "stray-line",
      `
      # The case for

      // A remark
      claim keep: It should stay,
        as I said.
      ###### Deep
    `,
    ));
});

describe("misplaced-entry", () => {
  test("not where it is only the indentation that is wrong, which is told", async () => {
    const text = `
      claim keep: It should stay.
          reason: The air got cleaner.
        premise: It fell.
    `;
    await expectNoProblem("misplaced-entry", text);
    const { problems } = await checkMap(text);
    expect(problems.filter(({ severity }) => severity === "error").map(({ code }) => code)).toEqual([
      "inconsistent-indentation",
    ]);
  });
  test("a premise under a claim, for which a reason is offered", async () => {
    const [problem] = await expectProblem(
      "misplaced-entry",
      `
      claim keep: It should stay.
        ‹premise›: The air got cleaner.
    `,
      "A premise stands under a reason or an objection; this one stands under a claim. Here it would be a reason.",
    );
    expect(problem?.suggestions).toEqual(["reason"]);
  });
  test("a claim under a reason, for which a premise is offered", async () => {
    const [problem] = await expectProblem(
      "misplaced-entry",
      `
      claim keep: It should stay.
        reason: It works.
          ‹claim› air: The air got cleaner.
    `,
      "A claim stands at the left edge, or under a question; this one stands under a reason. Here it would be a premise.",
    );
    expect(problem?.suggestions).toEqual(["premise"]);
  });
  test("a bare premise at the left edge", () =>
    expectProblem(
      "misplaced-entry",
      `
      claim keep: It should stay.
      ‹premise› keep
    `,
      "A premise stands under a reason or an objection; this one stands under nothing.",
    ));
  test("a second title", () =>
    expectProblem(
      "misplaced-entry",
      `
      map: One
      ‹map›: Two
    `,
      "A file has one “map” line. Make one title of the two.",
    ));
  test("a title that is not first", () =>
    expectProblem(
      "misplaced-entry",
      `
      speaker lind: Maja Lind
      ‹map›: Late
    `,
      "The “map” line comes before all other entries. Move it to the top.",
    ));
  test("a source under a claim", () =>
    expectProblem(
      "misplaced-entry",
      `
      claim keep: It should stay.
        ‹source› report: A report
    `,
      "A source stands at the left edge; this one stands under a claim.",
    ));
  test("not each where it may stand", () =>
    expectNoProblem(
      "misplaced-entry",
      `
      // A remark and a heading may come before the title.
      # All
      map: Title
      question q: Why?
        question: How?
        claim a: So.
          reason: Because.
            premise: One.
              quote s: words
                objection: Not there.
            assumption: Two.
              objection: No.
            question: Since when?
        objection: Wrongly put.
    `,
    ));
  test("not under a head that cannot be read, nor such a head itself", () =>
    expectNoProblem(
      "misplaced-entry",
      `
      claim keep by: It should stay.
        premise: The air got cleaner.
      premise two words: x
    `,
    ));
});

describe("misplaced-attribute", () => {
  test("of another kind of entry", () =>
    expectProblem(
      "misplaced-attribute",
      `
      claim keep: It should stay.
        reason: The air got cleaner.
          ‹likelihood›: likely
    `,
      "A reason takes “tags”, “scheme”, “strength” and “note”, not “likelihood”. Put it into a “note”, or put a backslash before it if it is meant as text.",
    ));
  test("of a bare premise", () =>
    expectProblem(
      "misplaced-attribute",
      `
      claim keep: It should stay.
        reason: It works.
          premise works
            ‹note›: x
            ‹x-mine›: y
    `,
      "“note” is said where “works” is written out, not where it is used. Move it there, or put a backslash before it if it is meant as text.",
    ));
  test("of an import", () =>
    expectProblem(
      "misplaced-attribute",
      `
    import: people.argmap
      ‹x-mine›: y
  `,
      "An import takes no attributes. Take it out, or put a backslash before it if it is meant as text.",
    ));
  test("not those that the entry takes, nor keys of one's own", () =>
    expectNoProblem(
      "misplaced-attribute",
      `
      claim keep: It should stay.
        likelihood: likely
        x-status: draft
    `,
    ));
});

describe("misplaced-clause", () => {
  test("an objection that is for something", () =>
    expectProblem(
      "misplaced-clause",
      `
      claim keep: It should stay.
      objection ‹for› keep: The shops.
    `,
      "An objection is “against” something. Write “against”, or make it a reason.",
    ));
  test("a reason that is against something", () =>
    expectProblem(
      "misplaced-clause",
      `
      claim keep: It should stay.
      reason ‹against› keep: The shops.
    `,
      "A reason is “for” something. Write “for”, or make it an objection.",
    ));
  test("an assumption by somebody", () =>
    expectProblem(
      "misplaced-clause",
      `
      speaker lind: Maja Lind
      claim keep: It should stay.
        reason: It works.
          assumption ‹by› lind: Nothing else changed.
    `,
      "Nobody states an assumption, so it takes no “by”. Take the clause out, or make it a premise.",
    ));
  test("a question that answers", () =>
    expectProblem(
      "misplaced-clause",
      `
    question a: Why?
    question b ‹answers› a: How?
  `,
      "A question takes “by”, not “answers”. Take the clause out.",
    ));
  test("not those that the entry takes", () =>
    expectNoProblem(
      "misplaced-clause",
      `
      speaker lind: Maja Lind
      question q by lind: Why?
      claim a by lind, answers q, accepted-by lind: So.
      claim b contradicts a, rejected-by lind: Not so.
      reason by lind for a, b: Because.
      objection by lind against q a: No.
    `,
    ));
});

describe("malformed-head", () => {
  test.each([
    ["reason air ‹supports› keep", "for", "a reason"],
    ["reason ‹supports› keep", "for", "a reason"],
    ["objection cost ‹attacks› keep, drop", "against", "an objection"],
    ["claim drop ‹answer› charge", "answers", "a claim"],
  ])("%s, where another word is meant", async (head, word, what) => {
    const [problem] = await expectProblem(
      "malformed-head",
      `${head}: It is so.`,
      `The word for this in the head of ${what} is “${word}”, not “${/‹(.*)›/.exec(head)?.[1]}”. If it is meant as text, indent it under its entry.`,
    );
    expect(problem?.suggestions).toEqual([word]);
  });
  test.each([
    ["reason air ‹agianst› keep", []],
    ["objection air ‹agianst› keep", ["against"]],
    ["objection ‹againts› keep", ["against"]],
    ["reason air ‹suports› keep", ["for"]],
    ["reason air ‹fro› keep", ["for"]],
    ["reason air ‹FOR› keep", ["for"]],
    ["claim drop ‹contradics› keep by lind", ["contradicts"]],
    ["claim drop by lind ‹acepted-by› roy", ["accepted-by"]],
    ["claim drop ‹accepted by› roy", ["accepted-by"]],
    ["claim drop ‹By› lind", ["by"]],
  ])("%s, a slip of the pen in a clause word", async (head, offers) => {
    const { problems } = await checkMap(`${head.replace(/[‹›]/gu, "")}: It is so.`);
    const near = problems.find(({ suggestions: all }) => all.length > 0);
    expect(near?.suggestions ?? []).toEqual(offers);
    if (near !== undefined) {
      const { raw } = near.at.line.scanned;
      expect(raw.slice(near.at.start, near.at.end)).toBe(/‹(.*)›/u.exec(head)?.[1]);
    }
  });
  test("what may be a name of two words is told both ways", () =>
    expectProblem(
      "malformed-head",
      "objection air ‹agianst› keep: It is so.",
      "Did you mean “against”? An objection has one name before its clauses: join the words (“air-agianst”), or put the colon before its text. If it is meant as text, indent it under its entry.",
    ));
  test("a reason that attacks, which may be either", async () => {
    const [problem] = await expectProblem(
      "malformed-head",
      "reason air ‹attacks› keep: It is so.",
      "A reason is “for” something. Write “for”, not “attacks”, or make it an objection. If it is meant as text, indent it under its entry.",
    );
    expect(problem?.suggestions).toEqual(["for"]);
  });
  test.each(["claim broken contracts hurt", "reason clean air helps", "claim not again please", "reason big far town"])(
    "%s, where no clause is near",
    async (head) => {
      const { problems } = await checkMap(`${head}: It is so.`);
      expect(problems.find(({ code }) => code === "malformed-head")?.suggestions).toEqual([]);
    },
  );
  test("a clause word is meant only by what the entry takes and a name follows", () =>
    expectProblem(
      "malformed-head",
      "claim ‹keep supports› drop: It is so.",
      "A claim has one name before its clauses: join the words (“keep-supports”), or put the colon before its text. If it is meant as text, indent it under its entry.",
    ));
  test.each([
    ["Claim", "Keywords are written small: “claim”. If it is meant as text, indent it under its entry."],
    ["claims", "Did you mean “claim”? If it is meant as text, indent it under its entry."],
  ])("%s at the left edge, which keeps its place and its name", async (word, message) => {
    const [problem] = await expectProblem(
      "malformed-head",
      `
      ‹${word}› keep: It should stay.
        reason: It works.
      reason for keep: The air got cleaner.
    `,
      message,
    );
    expect(problem?.suggestions).toEqual(["claim"]);
  });
  test("an indented line that may be text", () =>
    expectProblem(
      "malformed-head",
      `
      claim keep: It should stay.
        reason ‹clean air›: The air got cleaner.
    `,
      "A reason has one name before its clauses: join the words (“clean-air”), or put the colon before its text. If it is meant as text, put a backslash before it.",
    ));
  test("a line at the left edge without a colon", () =>
    expectProblem(
      "malformed-head",
      `‹claim keep It should stay›`,
      "A claim needs a colon between its head and its text, for example “claim keep by lind: It should stay.”. If it is meant as text, indent it under its entry.",
    ));
  test("a clause without a name", () =>
    expectProblem(
      "malformed-head",
      `claim keep ‹by›: It should stay.`,
      "“by” needs a name after it, for example “by lind”. If it is meant as text, indent it under its entry.",
    ));
  test("a name that is none", () =>
    expectProblem(
      "malformed-head",
      `claim ‹2nd›: It should stay.`,
      "“2nd” cannot be a name: a name starts with a letter. If it is meant as text, indent it under its entry.",
    ));
  test("a wide colon, for which the narrow one is offered", async () => {
    const [problem] = await expectProblem(
      "malformed-head",
      `claim 空气‹：›变好了。`,
      "The colon after a head is the narrow one: write “:”, not “：”. If it is meant as text, indent it under its entry.",
    );
    expect(problem?.suggestions).toEqual([":"]);
  });
  test("not any head that can be read", () =>
    expectNoProblem(
      "malformed-head",
      `
      claim: It should stay.
      claim 空气, by 罗晓晴 罗晓晴 : 变好了。
      premise été
    `,
    ));
  test("nothing else is said of its entry", async () => {
    const others = ["misplaced-entry", "missing-text", "unused-claim", "unsupported-claim", "no-target", "empty-step"];
    for (const code of others) {
      await expectNoProblem(
        code,
        `
        claim keep by:
          likelihood: often
        reason for:
      `,
      );
    }
  });
});

describe("unknown-name", () => {
  test("with near names of the right kind offered", async () => {
    const [problem] = await expectProblem(
      "unknown-name",
      `
      speaker kept: Somebody
      claim keep: It should stay.
      reason for ‹kep›: The air got cleaner.
    `,
      "Nothing here is named “kep”. Did you mean “keep”?",
    );
    expect(problem?.suggestions).toEqual(["keep"]);
  });
  test("with nothing near", () =>
    expectProblem(
      "unknown-name",
      `claim keep by ‹lind›: It should stay.`,
      "Nothing here is named “lind”. Define it, or name something that is.",
    ));
  test("with an unknown prefix", () =>
    expectProblem(
      "unknown-name",
      `claim keep by ‹people.lind›: It should stay.`,
      "No import has the prefix “people”. Add a line “import people: file.argmap”.",
    ));
  test("with a name that the imported file does not define", async () => {
    const beside = { "people.argmap": "speaker lind: Maja Lind\n" };
    const [problem] = await expectProblem(
      "unknown-name",
      `
      import people: people.argmap
      claim keep by ‹people.lin›: It should stay.
      claim drop by ‹lind›: It should go.
    `,
      "Nothing here is named “people.lin”. Did you mean “people.lind”?",
      beside,
    );
    expect(problem?.suggestions).toEqual(["people.lind"]);
  });
  test("not names of this file and of others, however they are composed", () =>
    expectNoProblem(
      "unknown-name",
      `
      import: people.argmap
      import p: people.argmap
      claim \u00e9t\u00e9 by lind, accepted-by p.lind: It should stay.
      reason for e\u0301te\u0301: The air got cleaner.
    `,
      { "people.argmap": "speaker lind: Maja Lind\n" },
    ));
});

describe("duplicate-name", () => {
  test("at all but the first", async () => {
    const [problem] = await expectProblem(
      "duplicate-name",
      `
      claim air: The air got cleaner.
      speaker ‹air›: A speaker
      claim ‹air›: Again.
    `,
      "“air” is defined already, and that first entry counts. Give this speaker a name of its own.",
    );
    expect(problem?.related).toMatchObject([{ entry: { text: "The air got cleaner." } }]);
  });
  test("not a prefix and a name, nor a name and its use", () =>
    expectNoProblem(
      "duplicate-name",
      `
      import air: air.argmap
      claim air: The air got cleaner.
        reason: x
          premise air
    `,
    ));
});

describe("wrong-kind", () => {
  test("a reason used as a premise", () =>
    expectProblem(
      "wrong-kind",
      `
      claim keep: It should stay.
        reason air: The air got cleaner.
        reason: It works.
          premise ‹air›
    `,
      "“air” is a reason. Only a claim, a premise or an assumption can be used again: write the text of “air” out as a premise with a name of its own, and use that name here.",
    ));
  test("a claim as a speaker, a speaker as a target", () =>
    expectProblem(
      "wrong-kind",
      `
      speaker lind: Maja Lind
      claim keep by ‹keep›: It should stay.
      reason for ‹lind›: x
    `,
      "“keep” is a claim. “by” needs a source or a speaker here.",
    ));
  test("a speaker as a source", () =>
    expectProblem(
      "wrong-kind",
      `
      speaker lind: Maja Lind
      claim keep: It should stay.
        quote ‹lind›: words
    `,
      "“lind” is a speaker. A quote needs the name of a source here.",
    ));
  test("a question as a premise", () =>
    expectProblem(
      "wrong-kind",
      `
    question q: Why?
    claim keep: It should stay.
      reason: It works.
        premise ‹q›
  `,
      "“q” is a question. Only a claim, a premise or an assumption can be used as a premise.",
    ));
  test("not what a head that cannot be read may come to be", () =>
    expectNoProblem(
      "wrong-kind",
      `
      speaker lind by: Maja Lind
      reason for lind: x
    `,
    ));
  test("not a source after by, a question after against, an assumption as a premise", () =>
    expectNoProblem(
      "wrong-kind",
      `
      source report: A report
      question q: Why?
      claim keep by report: It should stay.
        reason: x
          assumption a: y
        reason: z
          premise a
      objection against q: Wrongly put.
    `,
    ));
});

describe("no-target", () => {
  test("a reason at the left edge", () =>
    expectProblem(
      "no-target",
      `‹reason› air: The air got cleaner.`,
      "What is this a reason for? Indent it under that, or name it with “for”, as in “reason for name: …”.",
    ));
  test("an objection at the left edge", () =>
    expectProblem(
      "no-target",
      `‹objection›: The shops.`,
      "What is this an objection against? Indent it under that, or name it with “against”, as in “objection against name: …”.",
    ));
  test("not with a clause, known or not, nor under something", () =>
    expectNoProblem(
      "no-target",
      `
      claim keep: It should stay.
        reason: The air got cleaner.
      reason for keep: x
      reason for nothing: x
      objection against keep: The shops.
    `,
    ));
});

describe("empty-step", () => {
  test("neither text nor premise", () =>
    expectProblem(
      "empty-step",
      `
      claim keep: It should stay.
        reason ‹air›:
        ‹objection›:
          objection: x
    `,
      "A reason needs a text after its colon, or a premise indented under it.",
    ));
  test("not with one of them, nor with text on a line of its own", () =>
    expectNoProblem(
      "empty-step",
      `
      claim keep: It should stay.
        reason:
          The air got cleaner.
        reason:
          premise: The buses run.
        reason:
          assumption: The buses run still.
    `,
    ));
});

describe("missing-source", () => {
  test("no source at all", () =>
    expectProblem(
      "missing-source",
      `
      claim keep: It should stay.
        ‹quote›: words
    `,
      "No source is described yet. Add a line such as “source report: Title of the report” at the top.",
    ));
  test("more than one, which are offered", async () => {
    const [problem] = await expectProblem(
      "missing-source",
      `
      import p: other.argmap
      source a: One
      claim keep: It should stay.
        ‹quote›: words
    `,
      "Which source is this from? There are 2. Name one of them after “quote”: “a” or “p.b”.",
      { "other.argmap": "source b: Two\n" },
    );
    expect(problem?.suggestions).toEqual(["quote a", "quote p.b"]);
  });
  test("not where there is just one", () =>
    expectNoProblem(
      "missing-source",
      `
      import: other.argmap
      claim keep: It should stay.
        quote: words
    `,
      { "other.argmap": "source b: Two\n" },
    ));
});

describe("import-not-found", () => {
  test("no such file", () =>
    expectProblem(
      "import-not-found",
      `import: ‹peple.argmap›`,
      "There is no map at “peple.argmap”. The path goes from this file’s own folder, with “/” between folders.",
    ));
  test("no path", () =>
    expectProblem(
      "import-not-found",
      `‹import› people:`,
      "Which file is to be imported? Write its path after the colon, as in “import: people.argmap”.",
    ));
  test("not a file that is there", () =>
    expectNoProblem(
      "import-not-found",
      `
      import people: sub/people.argmap
    `,
      { "sub/people.argmap": "speaker lind: Maja Lind\n" },
    ));
});

describe("circular-import", () => {
  test("by way of another file", () =>
    expectProblem(
      "circular-import",
      `import: ‹air.argmap›`,
      "These files import each other in a circle: “map.argmap” imports “air.argmap” and “air.argmap” imports “map.argmap”. Take one of these imports out; till then this one is passed over.",
      { "air.argmap": "import: map.argmap\n" },
    ));
  test("of itself", () =>
    expectProblem("circular-import", `import: ‹map.argmap›`, "A file cannot import itself. Take this line out."));
  test("not two files that import a third", () =>
    expectNoProblem(
      "circular-import",
      `
      import: air.argmap
      import: people.argmap
    `,
      { "air.argmap": "import: people.argmap\n", "people.argmap": "speaker lind: Maja Lind\n" },
    ));
});

describe("source-not-found", () => {
  test("no such file", () =>
    expectProblem(
      "source-not-found",
      `
      source report: A report
        file: ‹texts/report.txt›
    `,
      "There is no file at “texts/report.txt”. The path goes from this map’s own folder, with “/” between folders.",
    ));
  test("not one that is there, nor a source without a file", () =>
    expectNoProblem(
      "source-not-found",
      `
      source report: A report
        file: texts/report.txt
      source other: Another
    `,
      { "texts/report.txt": "words" },
    ));
});

describe("unreadable-source", () => {
  const source = (path: string): string => `
    source report: A report
      file: ‹${path}›
  `;
  test("no text", () =>
    expectProblem(
      "unreadable-source",
      source("report.txt"),
      "This file is no text in UTF-8, so it cannot be read. Save it as plain text, Markdown or HTML in UTF-8, or as PDF.",
      { "report.txt": Uint8Array.from([0x43, 0x61, 0x66, 0xe9]) },
    ));
  test.each(["report.rtf", "report.DOCX", "report.odt", "report.epub"])("of a text processor: %s", async (file) => {
    await expectProblem(
      "unreadable-source",
      source(file),
      "Documents of this kind are not read. Open it in the program that it is from, and save it as plain text, HTML or PDF.",
      { [file]: "{\\rtf1 The air got cleaner.}" },
    );
  });
  test("too large", () =>
    expectProblem(
      "unreadable-source",
      source("report.txt"),
      "This file is too large to be read: 21 MB, where at most 20 MB are. Keep the part that you quote from in a file of its own.",
      { "report.txt": new Uint8Array(20 * 1024 * 1024 + 1) },
    ));
  test("outside the folders that are open", () =>
    expectProblem(
      "unreadable-source",
      source("../report.txt"),
      "This file lies outside the folders that are open, so it is not read. Put it beside the map, or open the folder that holds both.",
      { "../report.txt": "words" },
    ));
  test("not a file that can be read, nor one that is not there", () =>
    expectNoProblem(
      "unreadable-source",
      `
      source report: A report
        file: texts/report.txt
      source page: A page
        file: page.html
      source other: Another
        file: other.txt
    `,
      { "texts/report.txt": "words", "page.html": "<p>words" },
    ));
});

describe("quote-not-found", () => {
  const report = "In its first year\nnitrogen dioxide fell by 21 per cent, and traffic by a third.\n";
  test("with the nearest passage offered", async () => {
    const [problem] = await expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote: ‹nitrogen dioxide had fallen by 21 per cent›
    `,
      "These words are not in the source. The nearest there: “nitrogen dioxide fell by 21 per cent” (“fell” for “had fallen”).",
      { "report.txt": report },
    );
    expect(problem?.suggestions).toEqual(["nitrogen dioxide fell by 21 per cent"]);
  });
  test("over several lines, with nothing near", () =>
    expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote report:
          ‹Quite other words
          that nobody has said›
    `,
      "These words are not in the source, nor any that come near them. Quote what stands there, or name the source that they are from.",
      { "report.txt": report },
    ));
  test.each(["", " \n\n", "﻿"])("in an article without any text: “%s”", async (text) => {
    await expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote: ‹nitrogen dioxide fell›
    `,
      "The file of this source holds no text, so nothing can be quoted from it. Save the article anew, with its words, or name the file that has them.",
      { "report.txt": text },
    );
  });
  test("cut within a word", async () => {
    const [problem] = await expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote: ‹he was unable to pay 21 million›
    `,
      "These words are not in the source. The nearest there: “She was unable to pay 21 million” (“She” for “he”).",
      { "report.txt": "It was late. She was unable to pay 21 million.\n" },
    );
    expect(problem?.suggestions).toEqual(["She was unable to pay 21 million"]);
  });
  test.each(["[made up entirely]", "…", "[…]", "“”"])("without words of a source: %s", async (words) => {
    await expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote: ‹${words}›
    `,
      "There are no words of the source here: what is in square brackets is put in, and “…” stands for words left out. Write the words that are quoted.",
      { "report.txt": report },
    );
  });
  test("in another order", () =>
    expectProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      claim keep: It should stay.
        quote: ‹traffic by a third … nitrogen dioxide›
    `,
      "These words do not stand like this in the source. Quote them as they follow each other there; “…” stands for words left out.",
      { "report.txt": report },
    ));
  test("not words that are there, nor of a source without a file", () =>
    expectNoProblem(
      "quote-not-found",
      `
      source report: A report
        file: report.txt
      source letter: A letter
      claim keep: It should stay.
        quote report: “In … [very] first year nitrogen … a third.”
        quote report: its first year
          nitrogen dioxide
        quote letter: whatever
        quote report:
          page: 3
    `,
      { "report.txt": report },
    ));
});

describe("inconsistent-indentation", () => {
  test("a depth that nothing above has", () =>
    expectProblem(
      "inconsistent-indentation",
      `
      claim keep: It should stay.
          reason: The air got cleaner.
        ‹reason›: The buses run.
        reason: The shops.
    `,
      "Nothing above stands at this depth. Indent it just as deep as what it goes with, or deeper than what it belongs under.",
    ));
  test("tabs against spaces", () =>
    expectProblem(
      "inconsistent-indentation",
      "claim keep: It should stay.\n  reason: The air.\n\t‹reason›: The buses.\n",
      "Tabs and spaces are mixed here. Indent this line with the same characters as the lines around it.",
    ));
  test("tabs against spaces in one line, whose neighbours are sound", () =>
    expectProblem(
      "inconsistent-indentation",
      "claim keep: It should stay.\n\t‹reason›: The air.\n  reason: The buses.\n\t‹reason›: The shops.\n  reason: X.\n  reason: Y.\n",
      "Tabs and spaces are mixed here. Indent this line with the same characters as the lines around it.",
    ));
  test("text with tabs under an entry with spaces", () =>
    expectProblem(
      "inconsistent-indentation",
      "claim keep: It should stay.\n  reason: The air.\n\t‹got cleaner.›\n",
      "Tabs and spaces are mixed here. Indent this line with the same characters as the lines around it.",
    ));
  test("nothing above", () =>
    expectProblem(
      "inconsistent-indentation",
      "  ‹claim› keep: It should stay.\n",
      "There is nothing above that this could belong to. Move it to the left edge.",
    ));
  test("not text at any depth, nor children at any one depth", () =>
    expectNoProblem(
      "inconsistent-indentation",
      `
      claim keep: It should stay,
            as I said,
        and more.
          reason: The air.
                premise: One.
                premise: Two.
          reason: The buses.
    `,
    ));
});
