import { test } from "vitest";
import { implementation } from "../../../server/features/requests/implementation.ts";
import { expectLinks, expectLinksAfterTyping } from "../../support/expectLinks.ts";
import { map } from "../../support/markedMap.ts";

const expectBearings = (source: string): Promise<void> => expectLinks(implementation, source);

test("leads from a claim to the reasons for and objections against it, wherever they stand", () =>
  expectBearings(map`
    claim ⟨ke¦ep⟩: It should stay.
      ⟦reason⟧: It works.
        reason: And well.
      ⟦objection⟧: It costs.
    reason ⟦air⟧ for keep: Cleaner air.
    objection ⟦trade⟧ against keep: Shops.
    reason other for air: Not for the claim.
  `));

test("leads from a step to what backs and attacks it, from a use to what bears on the claim", async () => {
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

test("leads from a question to the claims that answer it", () =>
  expectBearings(map`
    ⟨quest¦ion⟩ stay: Should it stay?
      claim ⟦keep⟧: It should stay.
      question: A part of it.
    claim ⟦drop⟧ answers stay: It should go.
    objection ⟦wrong⟧ against stay: Wrongly put.
  `));

test("goes over all files, whether they are open or not", async () => {
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

test("takes what can be read of a broken file", () =>
  expectBearings(map`
    claim ⟨ke¦ep⟩ by : It should stay.
      ⟦reason⟧ by : It works.
    ;;; nonsense
    reason ⟦air⟧ for keep: Cleaner air.
    reason for keep
  `));

test("takes Chinese names", () =>
  expectBearings(map`
    claim ⟨保¦留⟩: 应当保留。
    reason ⟦空气⟧ for 保留: 空气更清洁。
    objection ⟦费用⟧ against 保留: 太贵。
  `));

test("is of the text as it is during an edit", () =>
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

test("comes to an end where reasons are for each other", () =>
  expectBearings(map`
    reason ⟨¦a⟩ for b: One.
    reason ⟦b⟧ for a: Another.
  `));
