import { expect, test } from "vitest";
import { typeDefinition } from "../../../../server/features/requests/navigation/typeDefinition.ts";
import { type MarkedMap, map } from "../../../support/maps/markedMap.ts";
import { expectLinks, expectLinksAfterTyping } from "../../../support/workspaces/expectLinks.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

const expectTypes = (source: string): Promise<void> => expectLinks(typeDefinition, source);
const lineOf = ({ files, uri }: MarkedMap, number: number | undefined): string =>
  (files[uri] ?? "").split("\n")[number ?? -1] ?? "";

test("goes from a claim to its parent question, and to the questions that it names", async () => {
  await expectTypes(map`
    question ⟦stay⟧: Should it stay?
      claim ⟨ke¦ep⟩: It should stay.
  `);
  await expectTypes(map`
    question ⟦stay⟧: Should it stay?
    question ⟦go⟧: Should it go?
    ⟨cl¦aim⟩ keep answers stay, go: It should stay.
  `);
});

test("goes from an entry to its own or inherited speaker, and from a quote to its source", async () => {
  await expectTypes(map`
    speaker ⟦lind⟧: Maja Lind
    claim keep by lind: It should stay.
      reason air: ⟨Cleaner ¦air.⟩
  `);
  await expectTypes(map`
    source ⟦report⟧: A report
    claim keep: It should stay.
      ⟨quo¦te⟩: It should stay.
  `);
});

test("lists the question before the speaker", async () => {
  const opened = await openWorkspace(map`
    speaker lind: Maja Lind
    question stay: Should it stay?
    claim ke¦ep by lind, answers stay: It should stay.
  `);
  const links = typeDefinition(opened.workspace, opened.uri, opened.cursor);
  expect(links.map(({ targetRange }) => lineOf(opened, targetRange.start.line))).toEqual([
    "question stay: Should it stay?",
    "speaker lind: Maja Lind",
  ]);
});

test("on a reference, starts from its target, also in other files", async () => {
  await expectTypes(map`
    import air: air.argmap
    claim keep: It should stay.
      reason:
        premise ⟨air.fe¦ll⟩
    === air.argmap
    import: people.argmap
    question ⟦how⟧: How is the air?
      claim fell by lind: It fell.
    === people.argmap
    speaker ⟦lind⟧: Maja Lind
  `);
  await expectTypes(map`
    speaker ⟦lind⟧: Maja Lind
    claim fell by lind: It fell.
    claim keep: It should stay.
      reason:
        ⟨prem¦ise⟩ fell
  `);
});

test("returns nothing without question or speaker, and on undefined names", async () => {
  await expectTypes("claim ke¦ep: It should stay.\n");
  await expectTypes("speaker lind: Maja Lind\nclaim keep by lind, contradicts no¦ne: It should stay.\n");
  await expectTypes("// Nothing ¦here.\n");
});

test("works in a map with errors", () =>
  expectTypes(
    map`
    speaker ⟦lind⟧ for : Maja Lind
    ;;; nonsense
    question ⟦stay⟧ by
      claim keep by lind: ⟨It should ¦stay.⟩
  `,
  ));

test("works with Chinese names", () =>
  expectTypes(map`
    speaker ⟦罗晓晴⟧: 罗晓晴
    question ⟦收费⟧: 应当收费吗？
      claim ⟨保¦留⟩ by 罗晓晴: 应当保留。
  `));

test("reflects edits", () =>
  expectLinksAfterTyping(typeDefinition, {
    before: map`
      speaker lind: Maja Lind
      speaker roy: Arun Roy
      claim keep¦: It should stay.
    `,
    typed: " by roy",
    after: map`
      speaker lind: Maja Lind
      speaker ⟦roy⟧: Arun Roy
      claim ⟨keep¦⟩ by roy: It should stay.
    `,
  }));

test("terminates in a circular argument", () =>
  expectTypes(map`
    claim a: One.
      reason:
        premise b
    claim b: Another.
      reason:
        pre¦mise a
  `));
