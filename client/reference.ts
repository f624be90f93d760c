/** The reference of the language that comes with the extension, and the links from problems to its sections. */
import { commands, type Diagnostic, type ExtensionContext, Hover, MarkdownString, Uri } from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient/node";

const OPEN = "argmap.openReference";

/**
 * The server names a section by an address and an anchor. VS Code opens an anchor in a preview of Markdown only, so the
 * address is that of a command here, and the anchor becomes its argument.
 */
const address = `command:${OPEN}`;
const anchored = new RegExp(`${address.replaceAll(".", "\\.")}#([a-z-]+)`, "g");
const argument = (section: string): string => JSON.stringify([section]);

/** Registers the command that opens the reference: at the section of a problem's code, or from its beginning. */
export const registerReference = ({ extensionUri }: ExtensionContext) =>
  commands.registerCommand(OPEN, async (section?: unknown) => {
    const page = Uri.joinPath(extensionUri, "docs/language.md");
    const place = page.with({ fragment: typeof section === "string" ? section : "" });
    await commands.executeCommand("markdown.showPreviewToSide", place);
  });

/** What makes the server's links lead to the command. */
export const referenceLinks: Pick<LanguageClientOptions, "initializationOptions" | "markdown" | "middleware"> = {
  initializationOptions: { reference: address },
  markdown: { isTrusted: { enabledCommands: [OPEN] } },
  middleware: {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linked)),
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      return hover && new Hover(hover.contents.map(linkedText), hover.range);
    },
  },
};

function linked(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === "object" && code.target.scheme === "command") {
    const { path, fragment } = code.target;
    diagnostic.code = { ...code, target: Uri.from({ scheme: "command", path, query: argument(fragment) }) };
  }
  return diagnostic;
}

/** A content of a hover; the strings of old servers are left as they are. */
function linkedText<Content extends Hover["contents"][number]>(content: Content): Content {
  if (content instanceof MarkdownString) {
    content.value = content.value.replaceAll(
      anchored,
      (_, section: string) => `${address}?${encodeURIComponent(argument(section))}`,
    );
  }
  return content;
}
