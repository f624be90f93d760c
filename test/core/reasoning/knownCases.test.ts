/** Cases that the literature on argumentation knows by name. */
import { test } from "vitest";
import { expectStandings } from "../../support/reasoning/argumentFixture.ts";

test("leaves the Nixon diamond undecided: two claims that contradict each other, with equal reasons", () => {
  expectStandings(
    `
      claim pacifist: Nixon is a pacifist.
        reason quaker: He is a Quaker.
      claim hawk contradicts pacifist: Nixon is no pacifist.
        reason republican: He is a Republican.
    `,
    { pacifist: "undecided", hawk: "undecided", quaker: "stands", republican: "stands" },
  );
});

test("decides a contradiction by the stronger reason", () => {
  expectStandings(
    `
      claim pacifist: Nixon is a pacifist.
        reason quaker: He is a Quaker.
          strength: strong
      claim hawk contradicts pacifist: Nixon is no pacifist.
        reason republican: He is a Republican.
          strength: weak
    `,
    { pacifist: "stands", hawk: "falls" },
  );
});

test("does not protect a claim from one that is taken for granted, however strong its reasons are", () => {
  expectStandings(
    `
      claim a: A.
        reason r: R.
          strength: conclusive
      claim b contradicts a: B.
    `,
    { a: "undecided", b: "undecided" },
  );
});

test("reinstates a claim whose objection is itself refuted", () => {
  expectStandings(
    `
      claim keep: The charge should stay.
        objection trade: The shops lost customers.
          objection everywhere: So did shops in towns without a charge.
    `,
    { keep: "stands", trade: "falls", everywhere: "stands" },
  );
});

test("leaves an argument that attacks itself undecided", () => {
  expectStandings(
    `
      claim liar: This claim is false.
      objection self against liar: If it is true, it is false.
        premise liar
    `,
    { liar: "undecided", self: "undecided" },
  );
});

test("leaves attacks in a circle of three undecided", () => {
  expectStandings(
    `
      claim a: A.
      claim b: B.
      claim c: C.
      objection ab against b: A speaks against B.
        premise a
      objection bc against c: B speaks against C.
        premise b
      objection ca against a: C speaks against A.
        premise c
    `,
    { a: "undecided", b: "undecided", c: "undecided" },
  );
});

test("leaves attacks in a circle of two undecided until an outside attack decides them", () => {
  const circle = `
    claim a: A.
    claim b: B.
    objection ab against b: A speaks against B.
      premise a
    objection ba against a: B speaks against A.
      premise b
  `;
  expectStandings(circle, { a: "undecided", b: "undecided" });
  expectStandings(`${circle}  objection out against a: A is refuted.\n`, { a: "falls", b: "stands" });
});

test("leaves a claim that only rests on itself undecided", () => {
  expectStandings(
    `
      claim a: A.
        reason r: It follows from B.
          premise b: B.
            reason s: It follows from A.
              premise a
    `,
    { a: "undecided", b: "undecided" },
  );
});

test("undercuts an inference though its premise stands, and restores it when the undercut is undercut", () => {
  const undercut = `
    claim red: The thing is red.
      reason looks: It looks red.
        premise red-look: It looks red.
        objection lamp: The lamp is red.
          premise lamp-on: A red lamp is on.`;
  expectStandings(undercut, { red: "falls", looks: "falls", "red-look": "stands", lamp: "stands" });
  expectStandings(`${undercut}\n          objection broken: The lamp is broken.\n`, {
    red: "stands",
    looks: "stands",
    lamp: "falls",
  });
});

test("lets a step that is backed stand only while its backing stands", () => {
  const backed = `
    claim dry: He is a British subject.
      reason born: He was born in Bermuda.
        premise bermuda: He was born in Bermuda.
        reason law: The law says so.`;
  expectStandings(backed, { dry: "stands", born: "stands" });
  expectStandings(backed, { dry: "falls", born: "falls", bermuda: "stands" }, { law: false });
});

test("brings down all claims that share a premise when it falls", () => {
  expectStandings(
    `
      claim shared: Fewer people came.
        objection wrong: The count was wrong.
      claim a: A.
        reason ra: Because of it.
          premise shared
      claim b: B.
        reason rb: Because of it too.
          premise shared
    `,
    { shared: "falls", a: "falls", b: "falls" },
  );
});

test("lets a stronger reason outweigh an objection, and the objection win a tie", () => {
  const claim = (reason: string, objection: string): string => `
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        strength: ${reason}
      objection trade: The shops lost customers.
        strength: ${objection}
  `;
  expectStandings(claim("strong", "moderate"), { keep: "stands", trade: "stands" });
  expectStandings(claim("strong", "strong"), { keep: "falls" });
  expectStandings(claim("weak", "80%"), { keep: "falls" });
});

test("counts a step without strength as conclusive", () => {
  expectStandings(
    `
      claim keep: The charge should stay.
        reason air: The air got cleaner.
        objection trade: The shops lost customers.
          strength: strong
    `,
    { keep: "stands" },
  );
});

test("lets a claim with several reasons stand while one of them does", () => {
  expectStandings(
    `
      claim keep: The charge should stay.
        reason air: The air got cleaner.
          objection mild: The winter was mild.
        reason traffic: There is less traffic.
    `,
    { keep: "stands", air: "falls", traffic: "stands" },
  );
});

test("supposes what the map does not say", () => {
  const map = `
    claim keep: The charge should stay.
      reason air: The air got cleaner.
  `;
  expectStandings(map, { keep: "falls", air: "falls" }, { air: false });
  expectStandings(map, { keep: "falls", air: "stands" }, { keep: false });
});

test("leaves a claim undecided whose only reason is not written yet, or rests on an unknown name", () => {
  expectStandings("claim keep: The charge should stay.\n  reason air:\n", { keep: "undecided", air: "undecided" });
  expectStandings("claim keep: The charge should stay.\n  reason air: It is clean.\n    premise nobody\n", {
    keep: "undecided",
  });
});

const rivals = (limit: string): string => `
  question who: Who did it?
    answers: ${limit}
    claim butler: The butler did it.
      reason key: He has the key.
        objection alibi: He was away.
    claim cook: The cook did it.
      reason knife: It was a kitchen knife.
        objection stolen: The knife had been stolen.
    claim gardener: The gardener did it.
      reason mud: There was mud on the floor.
        objection rain: It rained.
`;

test("lets the last remaining answer stand where exactly one must be true", () => {
  expectStandings(rivals("exactly-one"), { butler: "falls", cook: "falls", gardener: "stands" }, { rain: false });
  const noReason = { butler: false, cook: false };
  expectStandings(rivals("exactly-one"), { gardener: "stands", mud: "falls" }, noReason);
  expectStandings(rivals("at-most-one"), { gardener: "falls", mud: "falls" }, noReason);
  expectStandings(rivals("any"), { gardener: "falls" }, noReason);
});

test("lets answers exclude each other without a word, but not where any number can be true", () => {
  const both = { alibi: false, stolen: false };
  expectStandings(rivals("at-most-one"), { butler: "undecided", cook: "undecided", gardener: "falls" }, both);
  expectStandings(rivals("any"), { butler: "stands", cook: "stands" }, both);
});

test("counts reasons and objections of each wording for the statement in other words", () => {
  expectStandings(
    `
      claim doom: Society is in decline.
        reason crime: Crime is rising.
          objection figures: The figures say otherwise.
      claim act: One has to act.
        reason because: It is getting worse.
          premise decline restates doom: Society is going down.
    `,
    { doom: "falls", decline: "falls", act: "falls" },
  );
});

test("grants no statement that the map leaves open or rejects", () => {
  const claim = (status: string): string => `
    claim act: One has to act.
      reason because: It is getting worse.
        premise worse: It is getting worse.
          status: ${status}
  `;
  expectStandings(claim("open"), { act: "undecided", worse: "undecided" });
  expectStandings(claim("rejected"), { act: "falls", worse: "falls" });
  expectStandings(claim("accepted"), { act: "stands", worse: "stands" });
});

test("takes a step for one claim and against another on both sides", () => {
  expectStandings(
    `
      claim ban: Ban it.
      claim trade: Free trade is good.
        reason cheap: It is cheap.
      reason harmful for ban against trade: It does harm.
    `,
    { ban: "stands", trade: "falls", harmful: "stands" },
  );
});
