import { describe, expect, test } from "vitest";
import { severityOf } from "../../../server/core/checks/severity.ts";
import { checkMap, expectNoProblem, expectProblem } from "../../support/expectProblems.ts";

const people = "speaker lind: Maja Lind\nspeaker roy: Arun Roy\nsource report: A report\n";

describe("unused-speaker", () => {
  test("a speaker whom nothing names", () =>
    expectProblem(
      "unused-speaker",
      `
      speaker ‹roy›: Arun Roy
      speaker lind: Maja Lind
      ‹speaker›: Nobody
      claim keep by lind: It should stay.
    `,
      "Nothing is by “roy”, nor accepted or rejected by them.",
    ));
  test("not one who accepts or rejects, or whom a head that cannot be read names", () =>
    expectNoProblem(
      "unused-speaker",
      `
      speaker lind: Maja Lind
      speaker roy: Arun Roy
      speaker osei: Pavel Osei
      claim keep accepted-by lind, rejected-by roy: It should stay.
      claim drop by osei and: It should go.
    `,
    ));
  test("not in a file that only describes speakers and sources", () => expectNoProblem("unused-speaker", people));
  test("not one whom a file names that imports this one", async () => {
    const here = "speaker lind: Maja Lind\nclaim a: One.\n";
    const { problemsOf } = await checkMap("import: here.argmap\nclaim keep by lind: It should stay.\n", {
      "here.argmap": here,
    });
    expect(problemsOf("here.argmap").map(({ code }) => code)).toEqual(["unused-claim"]);
  });
});

describe("unused-source", () => {
  test("a source that nothing is quoted from", () =>
    expectProblem(
      "unused-source",
      `
      source ‹report›: A report
      source letter: A letter
      claim keep: It should stay.
        quote letter: words
    `,
      "Nothing is quoted from “report”, and nothing is by it.",
    ));
  test("not the only one, where a quote names none, nor one after by", () =>
    expectNoProblem(
      "unused-source",
      `
      source report: A report
      claim keep: It should stay.
        quote: words
    `,
    ));
  test("none of several, while a quote is still to name one", () =>
    expectNoProblem(
      "unused-source",
      `
      source report: A report
      source letter: A letter
      claim keep: It should stay.
        quote: words
    `,
    ));
  test("not one that something is by", () =>
    expectNoProblem(
      "unused-source",
      `
      source report: A report
      source letter: A letter
      claim keep by report, accepted-by letter: It should stay.
    `,
    ));
});

describe("unused-claim", () => {
  test("a name that nothing mentions", () =>
    expectProblem(
      "unused-claim",
      `
      source report: A report
      claim ‹rich›: The town is rich.
        quote: as rich as any
    `,
      "Nothing here has to do with “rich”: it answers no question, has no reasons, and is used nowhere. Use it as a premise, or give a reason for it.",
    ));
  test("not with a reason, a use, an answer, a question above, no name", () =>
    expectNoProblem(
      "unused-claim",
      `
      question q: Why?
        claim a: One.
      claim b answers q: Two.
      claim c: Three.
        reason: x
          premise d
      claim d: Four.
      claim: Five.
    `,
    ));
});

describe("unsupported-claim", () => {
  test("no reason, or only an objection", () =>
    expectProblem(
      "unsupported-claim",
      `
      question q: Why?
        claim ‹a›: One.
          objection: No.
        ‹claim›: Two.
    `,
      "Nothing speaks for this claim yet. Indent a reason under it.",
    ));
  test("not with a reason under it, elsewhere, or under a use of it", () =>
    expectNoProblem(
      "unsupported-claim",
      `
      claim a: One.
        reason: x
      claim b: Two.
      reason for b: y
      claim c: Three.
        reason: z
          premise d
            reason: w
      claim d: Four.
    `,
    ));
  test("not while one types the head of its reason, nor where it is unused already", () =>
    expectNoProblem(
      "unsupported-claim",
      `
      claim b: Two.
      reason air for b
      claim unused: Three.
    `,
    ));
});

describe("unquoted-entry", () => {
  const beside = { "a.txt": "It fell. It rose." };
  test("what says something and rests on no words, where there are words", () =>
    expectProblem(
      "unquoted-entry",
      `
      source s: Report
        file: a.txt
      claim ‹a›: One.
        reason: It fell.
          quote: It fell.
        ‹reason›: It rose.
        reason: The gist.
          premise ‹p›: It fell.
          premise a
          assumption: Nothing else.
        objection:
          premise: It rose.
            quote: It rose.
    `,
      "No words of a source are quoted for this. Indent a quote under it.",
      beside,
    ));
  test("not where no source has words, nor of what stands under nothing", () =>
    expectNoProblem(
      "unquoted-entry",
      `
      source s: Report
      claim a: One.
        reason: It fell.
    `,
      beside,
    ));
  test("is told only to who asks for it", () => {
    const problem = { code: "unquoted-entry", severity: "hint" } as const;
    expect(severityOf(problem)).toBe("off");
    expect(severityOf(problem, { "unquoted-entry": "warning" })).toBe("warning");
    expect(severityOf({ code: "no-target", severity: "error" })).toBe("error");
  });
});

describe("reason-by-nobody", () => {
  test("where the map names speakers, here or in a file that it imports", () =>
    expectProblem(
      "reason-by-nobody",
      `
      import: people.argmap
      claim keep: It should stay.
        reason ‹air›: The air got cleaner.
        ‹reason›: The buses run.
    `,
      "Whose reason is this? Say so with “by”, here or at an entry above it.",
      { "people.argmap": people },
    ));
  test("not where it names none", () =>
    expectNoProblem(
      "reason-by-nobody",
      `
      claim keep: It should stay.
        reason: The air got cleaner.
    `,
    ));
  test("not where somebody above holds it, or a head that cannot be read may say so", () =>
    expectNoProblem(
      "reason-by-nobody",
      `
      speaker lind: Maja Lind
      claim keep by lind: It should stay.
        reason: The air got cleaner.
        objection by nobody: No.
          reason: Because.
      claim drop by: It should go.
        reason: The shops.
    `,
    ));
});

describe("unknown-scheme", () => {
  test("with the nearest offered", async () => {
    const [problem] = await expectProblem(
      "unknown-scheme",
      `
      claim keep: It should stay.
        reason: Others do.
          scheme: ‹analgy›
    `,
      "“analgy” is not in the list of schemes. You can use it all the same. Did you mean “analogy”?",
    );
    expect(problem?.suggestions).toEqual(["analogy"]);
  });
  test("not one of the list", () =>
    expectNoProblem(
      "unknown-scheme",
      `
      claim keep: It should stay.
        reason: Others do.
          scheme: expert-opinion
    `,
    ));
});

describe("near-key", () => {
  test("a slip of the pen", async () => {
    const [problem] = await expectProblem(
      "near-key",
      `
      source report: A report
        ‹auhtor›: The office
        ‹dates›: 2024
      claim keep: It should stay.
        ‹likelyhood›: likely
    `,
      "Is this meant as the attribute “author”? Then write it so. If it is text, put a backslash before it to say so.",
    );
    expect(problem?.suggestions).toEqual(["author"]);
  });
  test("a clause that is written as if it were an attribute", () =>
    expectProblem(
      "near-key",
      `
      speaker lind: Maja Lind
      claim keep: It should stay.
        ‹by›: lind
        ‹accepted-by›: lind
        for: lind
        reason: It works.
          ‹for›: keep
    `,
      "“by” stands in the head of its claim, before the colon: write it there. If this is text, put a backslash before it.",
    ));
  test("not ordinary words, words with capitals, keys of another entry, or lines with a backslash", () =>
    expectNoProblem(
      "near-key",
      `
      source report: A report
        data: none
        Dates: one
        \\auhtor: x
        rate: high
        likelyhood: x
    `,
    ));
});

describe("ambiguous-quote", () => {
  const map = (quote: string, page = ""): string => `
    source report: A report
      file: report.txt
    claim keep: It should stay.
      quote: ${quote}
        ${page}
  `;
  test("with longer quotes offered, one for each place", async () => {
    const [problem] = await expectProblem(
      "ambiguous-quote",
      map("‹“traffic fell by a third”›"),
      "These words stand 2 times in the source. Quote more words, so that it is plain which of them is meant.",
      { "report.txt": "In spring traffic fell by a third. It is so. In autumn traffic fell by\na third as well." },
    );
    expect(problem?.suggestions).toEqual(["“traffic fell by a third.”", "“traffic fell by a third as”"]);
  });
  test("on one page", () =>
    expectProblem(
      "ambiguous-quote",
      map("‹fell›", "page: 1"),
      "These words stand 2 times on this page of the source. Quote more words, so that it is plain which of them is meant.",
      { "report.txt": "It fell and fell.\fIt fell." },
    ));
  test("of a source with pages", () =>
    expectProblem(
      "ambiguous-quote",
      map("‹fell›"),
      "These words stand 2 times in the source. Say the page, or quote more words, so that it is plain which of them is meant.",
      { "report.txt": "It fell.\fIt fell." },
    ));
  test("not what stands once, be it with words left out, nor what the page settles", async () => {
    await expectNoProblem("ambiguous-quote", map("fell … well"), { "report.txt": "It fell, and fell, well." });
    await expectNoProblem("ambiguous-quote", map("fell", "page: 2"), { "report.txt": "It fell.\fIt fell." });
  });
});
