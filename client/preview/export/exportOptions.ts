/** The options of an export, and asking the user for them. */
import * as v from "valibot";
import { l10n, type QuickPickItem, Uri, window } from "vscode";

const uri = v.custom<Uri>((value) => value instanceof Uri);

/** All options, as a key binding or another extension may pass them. */
export const exportOptionsSchema = v.object({
  format: v.picklist(["svg", "png", "pdf", "html"]),
  colors: v.optional(v.picklist(["theme", "print"]), "print"),
  /** For PNG: image pixels per CSS pixel. */
  scale: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(4)), 2),
  /** For PDF: one page as large as the map, or sheets of a paper size. */
  pages: v.optional(v.picklist(["one", "a4", "letter"]), "one"),
  /** Whether the title is shown, with author, date and sources. A page in HTML always shows the title in its tab. */
  title: v.optional(v.boolean(), true),
  /** Whether the legend is shown. If undefined, as the preview shows it. */
  legend: v.optional(v.boolean()),
  /** The file to write. If undefined, the user is asked. */
  to: v.optional(uri),
});
export type ExportOptions = v.InferOutput<typeof exportOptionsSchema>;

type ValueItem<Value> = QuickPickItem & { readonly value: Value };

const scales = (): readonly ValueItem<number>[] => [
  { value: 1, label: "1×", description: l10n.t("same size as on the screen") },
  { value: 2, label: "2×", description: l10n.t("sharp on most screens") },
  { value: 3, label: "3×", description: l10n.t("300 dpi, for printing") },
  { value: 4, label: "4×", description: l10n.t("for large prints") },
];
const pages = (): readonly ValueItem<ExportOptions["pages"]>[] => [
  { value: "one", label: l10n.t("One page"), description: l10n.t("as large as the map") },
  { value: "a4", label: "A4", description: l10n.t("as many sheets as necessary") },
  { value: "letter", label: l10n.t("Letter"), description: l10n.t("as many sheets as necessary") },
];
const colors = (): readonly ValueItem<ExportOptions["colors"]>[] => [
  { value: "print", label: l10n.t("Light, for printing") },
  { value: "theme", label: l10n.t("Color theme of the editor") },
];

/**
 * Asks the user for the options of a format, step by step. Undefined as soon as the user cancels.
 *
 * @param hasTheme whether the colors of the editor's theme are available, which takes a preview
 */
export async function promptExportOptions(
  format: ExportOptions["format"],
  hasTheme: boolean,
): Promise<ExportOptions | undefined> {
  const scale = format === "png" ? await pickValue(scales(), l10n.t("Select a scale")) : 2;
  if (scale === undefined) return undefined;
  const paging = format === "pdf" ? await pickValue(pages(), l10n.t("Select a page size")) : "one";
  if (paging === undefined) return undefined;
  // An HTML page follows the color scheme of its reader's system.
  const chosenColors = hasTheme && format !== "html" ? await pickValue(colors(), l10n.t("Select colors")) : "print";
  if (chosenColors === undefined) return undefined;
  const additions = await pickAdditions();
  return additions && { format, scale, pages: paging, colors: chosenColors, ...additions };
}

/** Asks what to add to the picture. */
async function pickAdditions(): Promise<Pick<ExportOptions, "title" | "legend"> | undefined> {
  const title = { label: l10n.t("Title, author, date and sources"), picked: true };
  const legend = { label: l10n.t("Legend"), picked: false };
  const picked = await window.showQuickPick([title, legend], {
    canPickMany: true,
    placeHolder: l10n.t("Select what to add to the map"),
  });
  return picked && { title: picked.includes(title), legend: picked.includes(legend) };
}

async function pickValue<Value>(items: readonly ValueItem<Value>[], placeHolder: string): Promise<Value | undefined> {
  return (await window.showQuickPick(items, { placeHolder }))?.value;
}

/** Asks the user for the file. By default it is beside the map and has its name. */
export async function promptSaveLocation(map: Uri, format: ExportOptions["format"]): Promise<Uri | undefined> {
  const formatName = { svg: "SVG", png: "PNG", pdf: "PDF", html: "HTML" }[format];
  const defaultLocation =
    map.scheme !== "untitled"
      ? { defaultUri: map.with({ path: `${map.path.replace(/\.argmap$/, "")}.${format}` }) }
      : {};
  return window.showSaveDialog({
    ...defaultLocation,
    filters: { [formatName]: [format] },
    title: l10n.t("Export Map"),
    saveLabel: l10n.t("Export"),
  });
}
