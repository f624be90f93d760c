import { test } from "vitest";
import { implementation } from "../../../../server/features/requests/navigation/implementation.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { expectLinks, expectLinksAfterTyping } from "../../../support/workspaces/expectLinks.ts";

const expectBearings = (source: string): Promise<void> => expectLinks(implementation, source);

test("goes from a claim to its reasons and objections, anywhere in the file", () =>
  expectBearings(map`
    claim ⟨ke¦ep⟩: It should stay.
      ⟦reason⟧: It works.
        reason: And well.
      ⟦objection⟧: It costs.
    reason ⟦air⟧ for keep: Cleaner air.
    objection ⟦trade⟧ against keep: Shops.
    reason other for air: Not for the claim.
  `));

test("goes from a step to its reasons and objections, and from a use to those of the claim", async () => {
  await expectBearings(map`
    claim keep: It should stay.
      reason ⟨a¦ir⟩: Cleaner air.
        premise fell: It fell.
          objection: Of the premise.
        ⟦objection⟧: It does not follow.
    reason ⟦back⟧ for air: It does.
  `);
  await expectBearings(map`
    claim fell: It fell.
      ⟦reason⟧: It was measured.
    claim keep: It should stay.
      reason:
        premise ⟨fe¦ll⟩
          ⟦objection⟧: The winter was mild.
  `);
});

test("goes from a question to its answers and objections", () =>
  expectBearings(map`
    ⟨quest¦ion⟩ stay: Should it stay?
      claim ⟦keep⟧: It should stay.
      question: A part of it.
    claim ⟦drop⟧ answers stay: It should go.
    objection ⟦wrong⟧ against stay: Wrongly put.
  `));

test("covers all files, open or not", async () => {
  await expectBearings(map`
    import air: air.argmap
    claim ⟨ke¦ep⟩: It should stay.
    === air.argmap
    claim fell: It fell.
    === notes/more.argmap
    import main: ../main.argmap
    reason ⟦more⟧ for main.keep: One more.
    objection for keep: Of another.
  `);
  await expectBearings(
    map`
    import air: air.argmap
    reason ⟦air⟧ for air.fell: So it is.
    ⟦objection⟧ against ⟨air.fe¦ll⟩: No.
    === air.argmap
    claim fell: It fell.
      ⟦reason⟧: It was measured.
  `,
  );
});

test("works in a map with errors", () =>
  expectBearings(map`
    claim ⟨ke¦ep⟩ by : It should stay.
      ⟦reason⟧ by : It works.
    ;;; nonsense
    reason ⟦air⟧ for keep: Cleaner air.
    reason for keep
  `));

test("works with Chinese names", () =>
  expectBearings(map`
    claim ⟨保¦留⟩: 应当保留。
    reason ⟦空气⟧ for 保留: 空气更清洁。
    objection ⟦费用⟧ against 保留: 太贵。
  `));

test("reflects edits", () =>
  expectLinksAfterTyping(implementation, {
    before: map`
      claim keep: It should stay.
      claim drop: It should go.
      reason air for keep¦: Cleaner air.
    `,
    typed: ", drop",
    after: map`
      claim keep: It should stay.
      claim ⟨dr¦op⟩: It should go.
      reason ⟦air⟧ for keep, drop: Cleaner air.
    `,
  }));

test("terminates if reasons support each other", () =>
  expectBearings(map`
    reason ⟨¦a⟩ for b: One.
    reason ⟦b⟧ for a: Another.
  `));
