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

const OPEN_COMMAND = "argmap.openReference";

/**
 * The server names a section by an address and an anchor. VS Code would open the page at its top and as plain text, so
 * the address is that of a command here, and the anchor becomes its argument.
 */
const referenceAddress = `command:${OPEN_COMMAND}`;
const sectionLink = new RegExp(`${referenceAddress.replaceAll(".", "\\.")}#([a-z-]+)`, "g");
const encodeArguments = (section: string): string => JSON.stringify([section]);

/** Documents that hold one section of the reference each, so that VS Code shows it from its top. */
const SECTION_SCHEME = "argmap-reference";

/** Registers the command that opens the reference: the section of a problem's code, or the whole. */
export function registerReference({ extensionUri }: ExtensionContext): Disposable {
  const referenceUri = Uri.joinPath(extensionUri, "docs/reference.md");
  return Disposable.from(
    workspace.registerTextDocumentContentProvider(SECTION_SCHEME, {
      async provideTextDocumentContent({ path }) {
        const reference = new TextDecoder().decode(await workspace.fs.readFile(referenceUri));
        return extractSection(reference, path.replace(/^\/|\.md$/g, ""));
      },
    }),
    commands.registerCommand(OPEN_COMMAND, async (section?: unknown) => {
      const target =
        typeof section === "string" ? Uri.from({ scheme: SECTION_SCHEME, path: `/${section}.md` }) : referenceUri;
      await commands.executeCommand("markdown.showPreviewToSide", target);
    }),
  );
}

/** From a heading to the next one, without links to other sections, which are not there; the whole where it has no such heading. */
function extractSection(reference: string, heading: string): string {
  const found = reference.split(/^(?=#{1,6} )/m).find((section) => /^#+ (.*)/.exec(section)?.[1]?.trim() === heading);
  return found?.replaceAll(/\[([^\]]*)\]\(#[^)]*\)/g, "$1") ?? reference;
}

/** What makes the server's links lead to the command. */
export const referenceLinks: Pick<LanguageClientOptions, "initializationOptions" | "markdown" | "middleware"> = {
  initializationOptions: { reference: referenceAddress },
  markdown: { isTrusted: { enabledCommands: [OPEN_COMMAND] } },
  middleware: {
    handleDiagnostics: (uri, diagnostics, next) => next(uri, diagnostics.map(linkToCommand)),
    async provideHover(document, position, token, next) {
      const hover = await next(document, position, token);
      return hover && new Hover(hover.contents.map(linkTextToCommand), hover.range);
    },
  },
};

function linkToCommand(diagnostic: Diagnostic): Diagnostic {
  const { code } = diagnostic;
  if (typeof code === "object" && code.target.scheme === "command") {
    const { path, fragment } = code.target;
    diagnostic.code = { ...code, target: Uri.from({ scheme: "command", path, query: encodeArguments(fragment) }) };
  }
  return diagnostic;
}

/** A content of a hover; the strings of old servers are left as they are. */
function linkTextToCommand<Content extends Hover["contents"][number]>(content: Content): Content {
  if (content instanceof MarkdownString) {
    content.value = content.value.replaceAll(
      sectionLink,
      (_, section: string) => `${referenceAddress}?${encodeURIComponent(encodeArguments(section))}`,
    );
  }
  return content;
}
