/** The reference of the language that comes with the extension, and the links from problems to its sections. */
import {
  commands,
  type Diagnostic,
  Disposable,
  type ExtensionContext,
  Hover,
  MarkdownString,
  Uri,
  workspace,
} from "vscode";
import type { LanguageClientOptions } from "vscode-languageclient/node";

const OPEN = "argmap.openReference";

/**
 * The server names a section by an address and an anchor. VS Code would open the page at its top and as plain text, so
 * the address is that of a command here, and the anchor becomes its argument.
 */
const address = `command:${OPEN}`;
const anchored = new RegExp(`${address.replaceAll(".", "\\.")}#([a-z-]+)`, "g");
const argument = (section: string): string => JSON.stringify([section]);

/** Documents that hold one section of the reference each, so that VS Code shows it from its top. */
const SECTION = "argmap-reference";

/** Registers the command that opens the reference: the section of a problem's code, or the whole. */
export function registerReference({ extensionUri }: ExtensionContext): Disposable {
  const page = Uri.joinPath(extensionUri, "docs/language.md");
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SECTION, {
      async provideTextDocumentContent({ path }) {
        const reference = new TextDecoder().decode(await workspace.fs.readFile(page));
        return sectionOf(reference, path.replace(/^\/|\.md$/g, ""));
      },
    }),
    commands.registerCommand(OPEN, async (section?: unknown) => {
      const place = typeof section === "string" ? Uri.from({ scheme: SECTION, path: `/${section}.md` }) : page;
      await commands.executeCommand("markdown.showPreviewToSide", place);
    }),
  );
}

/** From a heading to the next one, without links to other sections, which are not there; the whole where it has no such heading. */
function sectionOf(reference: string, heading: string): string {
  const found = reference.split(/^(?=#{1,6} )/m).find((section) => /^#+ (.*)/.exec(section)?.[1]?.trim() === heading);
  return found?.replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, "$1") ?? reference;
}

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
