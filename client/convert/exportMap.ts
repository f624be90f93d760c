/** *Export Map As*: one list of all formats, of pictures as well as of texts for other programs. */
import * as v from "valibot";
import { l10n, type QuickPickItem, QuickPickItemKind, Uri, window } from "vscode";
import type { Format, FormatGroup } from "../../server/core/formats/format.ts";
import { exportFormats, formatWithId } from "../../server/core/formats/registry.ts";
import { canMakePdf } from "../environment/canMakePdf.ts";
import { type ExportContext, exportPicture } from "../preview/export/export.ts";
import { type ExportOptions, exportOptionsSchema } from "../preview/export/exportOptions.ts";
import { exportFormat, type FormatExportContext } from "./exportFormat.ts";

/** The options of a format that is no picture, as a key binding or another extension may pass them. */
const formatOptionsSchema = v.object({
  format: v.picklist(exportFormats.map(({ id }) => id)),
  /** The file to write. If undefined, the user is asked. */
  to: v.optional(v.custom<Uri>((value) => value instanceof Uri)),
});

/**
 * Exports a map to a file and returns its URI. Undefined if the user cancels or the export fails.
 *
 * @param args the options; if undefined, the user is asked for them
 * @throws {v.ValiError} if `args` is not undefined and not valid
 */
export async function exportMap(
  map: Uri,
  args: unknown,
  context: ExportContext & FormatExportContext,
): Promise<Uri | undefined> {
  if (args === undefined) {
    const chosen = await pickFormat();
    if (chosen === undefined) return undefined;
    return "picture" in chosen
      ? exportPicture(map, chosen.picture, context)
      : exportFormat(map, chosen.format, undefined, context);
  }
  const ofText = v.safeParse(formatOptionsSchema, args);
  const format = ofText.success ? formatWithId(ofText.output.format) : undefined;
  return ofText.success && format !== undefined
    ? exportFormat(map, format, ofText.output.to, context)
    : exportPicture(map, v.parse(exportOptionsSchema, args), context);
}

type FormatItem = QuickPickItem &
  ({ readonly picture: ExportOptions["format"] } | { readonly format: Format } | { readonly kind: QuickPickItemKind });

const pictures = (): readonly FormatItem[] => [
  { picture: "svg", label: "SVG", description: l10n.t("vector image with text, for web pages and drawing programs") },
  { picture: "png", label: "PNG", description: l10n.t("image at a chosen scale, for slides and messages") },
  ...(canMakePdf
    ? ([
        { picture: "pdf", label: "PDF", description: l10n.t("document with one or more pages, for printing") },
      ] as const)
    : []),
  { picture: "html", label: "HTML", description: l10n.t("interactive page in a single file, works offline") },
];

/** The groups of formats, in the order of the list. */
const groups = (): Readonly<Record<FormatGroup, string>> => ({
  document: l10n.t("Documents"),
  tool: l10n.t("Other tools for arguments and outlines"),
  diagram: l10n.t("Diagrams and graphs"),
  data: l10n.t("Data"),
});

/** Returns the list of all formats. */
export function formatItems(): readonly FormatItem[] {
  const separator = (label: string): FormatItem => ({ label, kind: QuickPickItemKind.Separator });
  const items: FormatItem[] = [separator(l10n.t("Pictures")), ...pictures()];
  for (const [group, title] of Object.entries(groups())) {
    items.push(separator(title));
    for (const format of exportFormats)
      if (format.group === group) items.push({ format, label: format.title, description: format.extensions[0] ?? "" });
  }
  return items;
}

async function pickFormat(): Promise<Exclude<FormatItem, { readonly kind: QuickPickItemKind }> | undefined> {
  const options = { title: l10n.t("Export Map"), placeHolder: l10n.t("Select a format"), matchOnDescription: true };
  const chosen = await window.showQuickPick(formatItems(), options);
  // A separator cannot be chosen.
  return chosen === undefined || !("picture" in chosen || "format" in chosen) ? undefined : chosen;
}
