/** Exports made by the built worker, as the extension and the command line make them. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Card, Tree } from "../../../server/core/tree/tree.ts";
import { type ExportJob, exportInWorker } from "../../../server/export/exportClient.ts";
import type { ExportedView, FileFormat } from "../../../server/protocol/export.ts";
import { root } from "../root.ts";

/** The folder for exported files that a developer may want to look at. */
export const output = join(root, "test/output");
mkdirSync(output, { recursive: true });

/** Fonts from npm packages for scripts that the shipped font lacks, so that tests do not depend on installed fonts. */
export const chineseFont = join(root, "node_modules/@expo-google-fonts/zcool-xiaowei");
export const arabicFont = join(root, "node_modules/@fontsource/noto-sans-arabic/files");

/** Returns the view of a tree with nothing folded, in the print colors. */
export const exportedViewOf = (tree: Tree, overrides: Partial<ExportedView> = {}): ExportedView => ({
  tree,
  wholeTree: tree,
  options: {},
  legend: false,
  title: true,
  dimmed: [],
  savedView: null,
  ...overrides,
});

/** Exports a view in the built worker. */
export const makeExport = (
  view: ExportedView,
  file: FileFormat,
  options: Partial<ExportJob> = {},
): Promise<Uint8Array> => exportInWorker(join(root, "dist/export/worker.cjs"), { view, file, ...options });

/** Text that tries to break out of SVG, HTML and PDF. */
export const attack = `"'></text></svg></script><script>alert(1)</script>&lt;<!-- ]]> \u0000\u0008\ud800 (\\) Tj ET`;

/** Replaces all texts of a tree by an attack. */
export const withAttack = (tree: Tree, text = attack): Tree => ({
  ...tree,
  title: text,
  cards: tree.cards.map(
    (card): Card => ({
      ...card,
      name: text,
      text: card.text && text,
      speakers: [text],
      acceptedBy: [text],
      rejectedBy: [text],
      quotes: [{ text, source: text, page: text }],
    }),
  ),
});
