/** Files made by the built program, as the extension and the command line have them made. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Card, Tree } from "../../server/core/tree/tree.ts";
import { type ExportJob, exportInWorker } from "../../server/export/exportClient.ts";
import type { ExportedView, FileFormat } from "../../server/protocol/export.ts";
import { root } from "./root.ts";

export const output = join(root, "test/output");
mkdirSync(output, { recursive: true });

/** Fonts that come with packages, for scripts that the shipped one lacks; so the tests need none on their machine. */
export const chineseFont = join(root, "node_modules/@expo-google-fonts/zcool-xiaowei");
export const arabicFont = join(root, "node_modules/@fontsource/noto-sans-arabic/files");

/** A tree as it is shown where nothing is folded, in the colours for print. */
export const exportedViewOf = (tree: Tree, more: Partial<ExportedView> = {}): ExportedView => ({
  tree,
  whole: tree,
  options: {},
  legend: false,
  dimmed: [],
  left: null,
  ...more,
});

/** A file of what is shown. */
export const makeExport = (shown: ExportedView, file: FileFormat, more: Partial<ExportJob> = {}): Promise<Uint8Array> =>
  exportInWorker(join(root, "dist/export/worker.cjs"), { shown, file, ...more });

/** What may try to be more than text. */
export const attack = `"'></text></svg></script><script>alert(1)</script>&lt;<!-- ]]> \u0000\u0008\ud800 (\\) Tj ET`;

/** A tree with an attack for each of its texts. */
export const withAttack = (tree: Tree, words = attack): Tree => ({
  ...tree,
  title: words,
  cards: tree.cards.map(
    (card): Card => ({
      ...card,
      name: words,
      text: card.text && words,
      by: [words],
      acceptedBy: [words],
      rejectedBy: [words],
      quotes: [{ text: words, source: words, page: words }],
    }),
  ),
});
