import { expect, test } from "vitest";
import { documentLinks } from "../../../server/features/requests/documentLinks.ts";
import { map, mark, unmark } from "../../support/markedMap.ts";
import { type OpenWorkspace, openWorkspace, typeAtCursor } from "../../support/openWorkspace.ts";

/** Demands the ⟨links⟩ of a map, and says where they lead. */
async function expectLinks(source: string): Promise<readonly string[]> {
  const at = await openWorkspace(source);
  expect(mark(at, { uses: placesOf(at), cursor: false })).toBe(source);
  return targetsOf(at);
}

const placesOf = ({ workspace, uri }: OpenWorkspace) =>
  documentLinks(workspace, uri).map(({ range }) => ({ uri, range }));
const targetsOf = ({ workspace, uri }: OpenWorkspace) =>
  documentLinks(workspace, uri).map(({ target }) => target ?? "");

test("links what a url says, and addresses in texts, notes, headings and comments", async () => {
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

test("leaves out what ends the sentence, the quotation or the bracket around an address", () =>
  expectLinks(map`
    claim a: See ⟨https://example.org/a⟩. Or (⟨https://example.org/b⟩), or “⟨https://example.org/c⟩”!
    claim b: A bracket of its own: ⟨https://example.org/Cat_(animal)⟩, and [⟨https://example.org/d⟩].
    claim c: 参见⟨https://example.org/页面⟩。（⟨https://example.org/e⟩）《⟨https://example.org/f⟩》，等等
    claim d: No address: https:// and http://, ftp://example.org, example.org.
  `));

test("links imported files and the files of sources, with a word on what opens", async () => {
  const source = map`
    import: ⟨people.argmap⟩
    import air: ⟨sub/air one.argmap⟩
    source report: A report
      file: ⟨texts/report.txt⟩
    === people.argmap
    speaker lind: Maja Lind
  `;
  const at = await openWorkspace(source);
  expect(await expectLinks(source)).toEqual([
    `${at.folder}people.argmap`,
    `${at.folder}sub/air%20one.argmap`,
    `${at.folder}texts/report.txt`,
  ]);
  expect(documentLinks(at.workspace, at.uri).map(({ tooltip }) => tooltip)).toEqual([
    "Open the imported map",
    "Open the imported map",
    "Open the text of the source",
  ]);
});

test("takes a broken file, an import without a path, a path over two lines, CRLF", async () => {
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
  const at = await openWorkspace("claim keep: See https://example.org\r\n  or https://example.org/b \r\n");
  expect(targetsOf(at)).toEqual(["https://example.org", "https://example.org/b"]);
});

test("takes Chinese names of files", async () => {
  const source = map`
    import 空气: ⟨空气.argmap⟩
    source 报告: 报告
      file: ⟨文本/报告.txt⟩
  `;
  const at = await openWorkspace(source);
  expect((await expectLinks(source)).map(decodeURI)).toEqual([`${at.folder}空气.argmap`, `${at.folder}文本/报告.txt`]);
});

test("is of the text as it is during an edit", async () => {
  const at = await openWorkspace("import: people.argmap\n¦claim keep: See https://example.org/a.\n");
  expect(placesOf(at)).toHaveLength(2);
  typeAtCursor(at, "import: air.argmap\nsource report: A report\n  url: https://example.org/b\n");
  const now = map`
    import: ⟨people.argmap⟩
    import: ⟨air.argmap⟩
    source report: A report
      url: ⟨https://example.org/b⟩
    claim keep: See ⟨https://example.org/a⟩.
  `;
  expect(mark(unmark(now), { uses: placesOf(at), cursor: false })).toBe(now);
});
