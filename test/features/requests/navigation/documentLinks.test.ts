import { expect, test } from "vitest";
import { documentLinks } from "../../../../server/features/requests/navigation/documentLinks.ts";
import { map, mark, unmark } from "../../../support/maps/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../../support/workspaces/openWorkspace.ts";

/** Expects the ⟨links⟩ of a map, and returns their targets. */
async function expectLinks(source: string): Promise<readonly string[]> {
  const opened = await openWorkspace(source);
  expect(mark(opened, { uses: rangesOf(opened), cursor: false })).toBe(source);
  return targetsOf(opened);
}

const rangesOf = ({ workspace, uri }: OpenWorkspace) =>
  documentLinks(workspace, uri).map(({ range }) => ({ uri, range }));
const targetsOf = ({ workspace, uri }: OpenWorkspace) =>
  documentLinks(workspace, uri).map(({ target }) => target ?? "");

test("links web addresses in attributes, text, headings and comments", async () => {
  const targets = await expectLinks(map`
    # See ⟨https://example.org/heading⟩
    // From ⟨http://example.org⟩
    source report: A report
      url: ⟨https://example.org/report?year=2024#top⟩
    claim keep: It should stay, says ⟨https://example.org/a⟩
      and ⟨HTTPS://example.org/b⟩ too.
      note: Or ⟨https://example.org/c⟩
  `);
  expect(targets[2]).toBe("https://example.org/report?year=2024#top");
});

test("excludes the punctuation around an address", () =>
  expectLinks(map`
    claim a: See ⟨https://example.org/a⟩. Or (⟨https://example.org/b⟩), or “⟨https://example.org/c⟩”!
    claim b: A bracket of its own: ⟨https://example.org/Cat_(animal)⟩, and [⟨https://example.org/d⟩].
    claim c: 参见⟨https://example.org/页面⟩。（⟨https://example.org/e⟩）《⟨https://example.org/f⟩》，等等
    claim d: No address: https:// and http://, ftp://example.org, example.org.
  `));

test("links the paths of imports and sources, with tooltips", async () => {
  const source = map`
    import: ⟨people.argmap⟩
    import air: ⟨sub/air one.argmap⟩
    source report: A report
      file: ⟨texts/report.txt⟩
    === people.argmap
    speaker lind: Maja Lind
  `;
  const opened = await openWorkspace(source);
  expect(await expectLinks(source)).toEqual([
    `${opened.folder}people.argmap`,
    `${opened.folder}sub/air%20one.argmap`,
    `${opened.folder}texts/report.txt`,
  ]);
  expect(documentLinks(opened.workspace, opened.uri).map(({ tooltip }) => tooltip)).toEqual([
    "Open imported map",
    "Open imported map",
    "Open source text",
  ]);
});

test("works with syntax errors, missing paths, paths of two lines and CRLF", async () => {
  await expectLinks(map`
    import:
    import by : ⟨air.argmap⟩
    ;;; ⟨https://example.org⟩
    source report
      file:
    source b: B
      file: one
        two.txt
  `);
  const opened = await openWorkspace("claim keep: See https://example.org\r\n  or https://example.org/b \r\n");
  expect(targetsOf(opened)).toEqual(["https://example.org", "https://example.org/b"]);
});

test("works with Chinese file names", async () => {
  const source = map`
    import 空气: ⟨空气.argmap⟩
    source 报告: 报告
      file: ⟨文本/报告.txt⟩
  `;
  const opened = await openWorkspace(source);
  expect((await expectLinks(source)).map(decodeURI)).toEqual([
    `${opened.folder}空气.argmap`,
    `${opened.folder}文本/报告.txt`,
  ]);
});

test("reflects edits", async () => {
  const opened = await openWorkspace("import: people.argmap\n¦claim keep: See https://example.org/a.\n");
  expect(rangesOf(opened)).toHaveLength(2);
  typeAtCursor(opened, "import: air.argmap\nsource report: A report\n  url: https://example.org/b\n");
  const now = map`
    import: ⟨people.argmap⟩
    import: ⟨air.argmap⟩
    source report: A report
      url: ⟨https://example.org/b⟩
    claim keep: See ⟨https://example.org/a⟩.
  `;
  expect(mark(unmark(now), { uses: rangesOf(opened), cursor: false })).toBe(now);
});
