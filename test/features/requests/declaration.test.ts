import { test } from "vitest";
import { declaration } from "../../../server/features/requests/declaration.ts";
import { expectLinks, expectLinksAfterTyping } from "../../support/expectLinks.ts";
import { map } from "../../support/markedMap.ts";

const expectDeclaration = (source: string): Promise<void> => expectLinks(declaration, source);

test("of a name of this file is its definition", () =>
  expectDeclaration(map`
    claim ⟦keep⟧: It should stay.
    reason for ⟨ke¦ep⟩: Cleaner air.
  `));

test("of a name of another file is the import that brings it in", async () => {
  await expectDeclaration(map`
    import: people.argmap
    import ⟦air⟧: air.argmap
    reason for ⟨air.fe¦ll⟩: Cleaner air.
    === people.argmap
    claim fell: Another one.
    === air.argmap
    claim fell: It fell.
  `);
  await expectDeclaration(map`
    import air: people.argmap
    ⟦import⟧: people.argmap
    claim keep by ⟨lin¦d⟩: It should stay.
    === people.argmap
    speaker lind: Maja Lind
  `);
});

test("leads out of heads that cannot be read", () =>
  expectDeclaration(map`
    import ⟦air⟧: air.argmap
    ;;; nonsense
    reason for ⟨air.fe¦ll⟩ and
    === air.argmap
    claim fell by : It fell.
  `));

test("takes Chinese names and prefixes", () =>
  expectDeclaration(map`
    import ⟦空气⟧: air.argmap
    reason for ⟨空气.清¦洁⟩: 空气更清洁。
    === air.argmap
    claim 清洁: 空气更清洁。
  `));

test("is of the text as it is during an edit: a name of one's own hides an imported one", () =>
  expectLinksAfterTyping(declaration, {
    before: map`
      import: air.argmap
      reason for fell: Cleaner air.
      claim fel¦: Our own.
      === air.argmap
      claim fell: It fell.
    `,
    typed: "l",
    after: map`
      import: air.argmap
      reason for ⟨fe¦ll⟩: Cleaner air.
      claim ⟦fell⟧: Our own.
      === air.argmap
      claim fell: It fell.
    `,
  }));
