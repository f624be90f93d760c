import { expect, test } from "vitest";
import { definition } from "../../../../server/features/requests/navigation/definition.ts";
import { map } from "../../../support/maps/markedMap.ts";
import { expectLinks, expectLinksAfterTyping } from "../../../support/workspaces/expectLinks.ts";
import { openWorkspace } from "../../../support/workspaces/openWorkspace.ts";

const expectDefinition = (source: string): Promise<void> => expectLinks(definition, source);

test("goes from a clause, a bare premise and a quote to the named entry", async () => {
  await expectDefinition(map`
    claim ⟦keep⟧: It should stay.
    reason air for ⟨ke¦ep⟩: Cleaner air.
  `);
  await expectDefinition(map`
    claim ⟦fell⟧: It fell.
    claim keep: It should stay.
      reason:
        premise ⟨fell¦⟩
  `);
  await expectDefinition(map`
    source ⟦report⟧: A report
    claim keep: It should stay.
      quote ⟨¦report⟩: It should stay.
  `);
});

test("goes from a qualified name to another file, and from its prefix to the import", async () => {
  await expectDefinition(map`
    import air: air.argmap
    reason for ⟨air.fe¦ll⟩: Cleaner air.
    === air.argmap
    // What it says of the air.
    claim ⟦fell⟧: It fell.
  `);
  await expectDefinition(map`
    import ⟦air⟧: air.argmap
    reason for ⟨a¦ir.fell⟩: Cleaner air.
    === air.argmap
    claim fell: It fell.
  `);
});

test("goes from the path of an import or source to the file", async () => {
  const opened = await openWorkspace("import air: sub/a¦ir.argmap\n=== sub/air.argmap\nclaim fell: It fell.\n");
  expect(definition(opened.workspace, opened.uri, opened.cursor)).toMatchObject([
    { targetUri: `${opened.folder}sub/air.argmap` },
  ]);
  const of = await openWorkspace("source report: A report\n  file: re¦port.txt\n");
  expect(definition(of.workspace, of.uri, of.cursor)).toMatchObject([{ targetUri: `${of.folder}report.txt` }]);
});

test("goes from a definition to itself, so that editors show its references", () =>
  expectDefinition(map`
    claim ⟦ke¦ep⟧: It should stay.
    reason for keep: Cleaner air.
  `));

test("goes from the keyword of a bare premise to its claim, and of a quote to its source", async () => {
  await expectDefinition(map`
    claim ⟦fell⟧: It fell.
    claim keep: It should stay.
      reason:
        ⟨pre¦mise⟩ fell
  `);
  await expectDefinition(map`
    source ⟦report⟧: A report
    claim keep: It should stay.
      ⟨quote¦⟩: It should stay.
  `);
  await expectDefinition("source a: A\nsource b: B\nclaim keep: It stays.\n  quo¦te: It stays.\n");
  await expectDefinition("cla¦im keep: It should stay.\n");
});

test("works in heads with syntax errors, and finds the first of two definitions", async () => {
  await expectDefinition(map`
    claim ⟦keep⟧ by : It should stay.
    claim keep: Again.
    ;;; nonsense
    objection against ⟨ke¦ep⟩ no colon
  `);
  await expectDefinition("claim ⟦ke¦ep⟧ by : It should stay.\n");
  await expectDefinition("import ⟦a¦ir⟧ by : air.argmap\n");
  await expectDefinition("reason for non¦e: Nothing has this name.\n");
});

test("works with Chinese names, combining marks and CRLF", async () => {
  await expectDefinition(map`
    claim ⟦保留⟧: 应当保留。
    reason 空气 for ⟨保¦留⟩: 空气更清洁。
  `);
  await expectDefinition("claim ⟦cafe\u0301⟧: Combining.\r\nreason for ⟨caf¦é⟩: One letter.\r\n");
});

test("reflects edits", () =>
  expectLinksAfterTyping(definition, {
    before: map`
      claim keep: It should stay.
      claim keep-2: So should the buses.
      reason for keep¦: Cleaner air.
    `,
    typed: "-2",
    after: map`
      claim keep: It should stay.
      claim ⟦keep-2⟧: So should the buses.
      reason for ⟨keep¦-2⟩: Cleaner air.
    `,
  }));
