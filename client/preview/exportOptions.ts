/** What the user wants a picture to be exported as. */
import * as v from "valibot";
import { type QuickPickItem, Uri, window } from "vscode";

const uri = v.custom<Uri>((value) => value instanceof Uri);

/** A whole choice, as a key binding or another extension may give it. */
export const exportOptionsSchema = v.object({
  format: v.picklist(["svg", "png", "pdf", "html"]),
  colours: v.optional(v.picklist(["theme", "print"]), "print"),
  /** Of a PNG: pixels for each of the picture. */
  scale: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(4)), 2),
  /** Of a PDF: one page as large as the picture, or sheets. */
  pages: v.optional(v.picklist(["one", "a4", "letter"]), "one"),
  /** Where to; the user is asked where this is left out. */
  to: v.optional(uri),
});
export type ExportOptions = v.InferOutput<typeof exportOptionsSchema>;

type ValueItem<Value> = QuickPickItem & { readonly value: Value };

const formats: readonly ValueItem<ExportOptions["format"]>[] = [
  { value: "svg", label: "SVG", description: "drawn, with text as text; for web pages and drawing programs" },
  { value: "png", label: "PNG", description: "an image, at a scale of your choice; for slides and messages" },
  { value: "pdf", label: "PDF", description: "drawn, on one page or on sheets; for printing and reading" },
  { value: "html", label: "HTML", description: "one file that still folds, searches and zooms, with no network" },
];
const scales: readonly ValueItem<number>[] = [
  { value: 1, label: "1×", description: "as on the screen" },
  { value: 2, label: "2×", description: "sharp on most screens" },
  { value: 3, label: "3×", description: "300 dots to the inch, for print" },
  { value: 4, label: "4×", description: "for large prints" },
];
const pages: readonly ValueItem<ExportOptions["pages"]>[] = [
  { value: "one", label: "One page", description: "as large as the picture" },
  { value: "a4", label: "A4", description: "as many sheets as it takes to be readable" },
  { value: "letter", label: "Letter", description: "as many sheets as it takes to be readable" },
];
const colours: readonly ValueItem<ExportOptions["colours"]>[] = [
  { value: "print", label: "Light, for print" },
  { value: "theme", label: "As in the editor's theme" },
];

/** Asks step by step; undefined as soon as the user turns away. `themed`: whether colours of a theme are to be had. */
export async function promptExportOptions(hasTheme: boolean): Promise<ExportOptions | undefined> {
  const format = await pickValue(formats, "What shall the picture become?");
  if (format === undefined) return undefined;
  const scale = format === "png" ? await pickValue(scales, "How large?") : 2;
  if (scale === undefined) return undefined;
  const paging = format === "pdf" ? await pickValue(pages, "On what paper?") : "one";
  if (paging === undefined) return undefined;
  // A page in HTML has the colours that its reader's system asks for.
  const chosenColours = hasTheme && format !== "html" ? await pickValue(colours, "In which colours?") : "print";
  return chosenColours && { format, scale, pages: paging, colours: chosenColours };
}

async function pickValue<Value>(items: readonly ValueItem<Value>[], placeHolder: string): Promise<Value | undefined> {
  return (await window.showQuickPick(items, { placeHolder }))?.value;
}

const formatNames = { svg: "SVG", png: "PNG image", pdf: "PDF", html: "Web page" } as const;

/** Asks where to, beside the map at first. */
export async function promptSaveLocation(map: Uri, format: ExportOptions["format"]): Promise<Uri | undefined> {
  const defaultLocation =
    map.scheme === "file" ? { defaultUri: map.with({ path: `${map.path.replace(/\.argmap$/, "")}.${format}` }) } : {};
  return window.showSaveDialog({
    ...defaultLocation,
    filters: { [formatNames[format]]: [format] },
    title: "Export Picture",
  });
}
