import { expect, test } from "vitest";
import { typeDefinition } from "../../../server/features/requests/typeDefinition.ts";
import { expectLinks, expectLinksAfterTyping } from "../../support/expectLinks.ts";
import { type MarkedMap, map } from "../../support/markedMap.ts";
import { openWorkspace } from "../../support/openWorkspace.ts";

const expectTypes = (source: string): Promise<void> => expectLinks(typeDefinition, source);
const lineOf = ({ files, uri }: MarkedMap, number: number | undefined): string =>
  (files[uri] ?? "").split("\n")[number ?? -1] ?? "";

test("leads from a claim to the question that it stands under, and to those that it names", async () => {
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

test("leads from any entry to its speaker, also from above, and from a quote to its source", async () => {
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

test("gives the question before the speaker", async () => {
  const at = await openWorkspace(map`
    speaker lind: Maja Lind
    question stay: Should it stay?
    claim ke¦ep by lind, answers stay: It should stay.
  `);
  const links = typeDefinition(at.workspace, at.uri, at.cursor);
  expect(links.map(({ targetRange }) => lineOf(at, targetRange.start.line))).toEqual([
    "question stay: Should it stay?",
    "speaker lind: Maja Lind",
  ]);
});

test("leads from a reference to what is behind the entry that it names, over files", async () => {
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

test("leads nowhere where nothing is behind, and where a name leads nowhere", async () => {
  await expectTypes("claim ke¦ep: It should stay.\n");
  await expectTypes("speaker lind: Maja Lind\nclaim keep by lind, contradicts no¦ne: It should stay.\n");
  await expectTypes("// Nothing ¦here.\n");
});

test("takes what can be read of a broken file", () =>
  expectTypes(
    map`
    speaker ⟦lind⟧ for : Maja Lind
    ;;; nonsense
    question ⟦stay⟧ by
      claim keep by lind: ⟨It should ¦stay.⟩
  `,
  ));

test("takes Chinese names", () =>
  expectTypes(map`
    speaker ⟦罗晓晴⟧: 罗晓晴
    question ⟦收费⟧: 应当收费吗？
      claim ⟨保¦留⟩ by 罗晓晴: 应当保留。
  `));

test("is of the text as it is during an edit", () =>
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

test("comes to an end where claims rest on each other", () =>
  expectTypes(map`
    claim a: One.
      reason:
        premise b
    claim b: Another.
      reason:
        pre¦mise a
  `));
