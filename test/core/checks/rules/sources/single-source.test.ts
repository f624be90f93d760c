import { test } from "vitest";
import { expectNoProblem, expectProblem } from "../../../../support/maps/expectProblems.ts";

test("reports a conclusion all of whose quotes are from one source, wherever they are in its support", () =>
  expectProblem(
    "single-source",
    `
    source report: The report
    source times: The Times
    claim ‹keep›: The charge should stay.
      reason air: The air got cleaner.
        premise less: There is less nitrogen dioxide.
          reason stations: The stations say so.
            quote report: It fell by a fifth.
      reason buses: The buses are punctual.
        quote report: They were on time.
      objection trade: The shops lost customers.
        quote times: They lost a tenth.
  `,
    "All that is quoted for this claim comes from “report”. Quote a second source, or say in a note why one is enough.",
  ));

test("accepts two sources, no quotes at all, and claims that are premises of others", () =>
  expectNoProblem(
    "single-source",
    `
    source report: The report
    source times: The Times
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        premise less
      reason buses: The buses are punctual.
        quote times: They are on time.
    claim less: There is less nitrogen dioxide.
      quote report: It fell by a fifth.
    claim drop: The charge should go.
      reason trade: The shops lost customers.
  `,
  ));

test("ends where an argument rests on itself", () =>
  expectNoProblem(
    "single-source",
    `
    source report: The report
    source times: The Times
    claim keep: The charge should stay.
      reason air: The air got cleaner.
        quote report: It fell by a fifth.
        premise less: There is less of it.
          reason again for keep: It is so.
            premise less
            quote times: It is so.
  `,
  ));
