import { test } from "vitest";
import { declaration } from "../../../../server/features/requests/navigation/declaration.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { expectLinks, expectLinksAfterTyping } from "../../../support/workspaces/expectLinks.ts";

const expectDeclaration = (source: string): Promise<void> => expectLinks(declaration, source);

test("for a name of the same file, goes to its definition", () =>
  expectDeclaration(map`
    claim ⟦keep⟧: It should stay.
    reason for ⟨ke¦ep⟩: Cleaner air.
  `));

test("for a name of another file, goes to the import", async () => {
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

test("works in heads with syntax errors", () =>
  expectDeclaration(map`
    import ⟦air⟧: air.argmap
    ;;; nonsense
    reason for ⟨air.fe¦ll⟩ and
    === air.argmap
    claim fell by : It fell.
  `));

test("works with Chinese names and prefixes", () =>
  expectDeclaration(map`
    import ⟦空气⟧: air.argmap
    reason for ⟨空气.清¦洁⟩: 空气更清洁。
    === air.argmap
    claim 清洁: 空气更清洁。
  `));

test("reflects edits: a name of the file hides an imported name", () =>
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
