/** Offers the tools for assistants to the chat of VS Code. What they do is loaded with the first call. */
import { Disposable, type ExtensionContext, lm } from "vscode";
import { loadCommands } from "../environment/loadCommands.ts";

/** What package.json says of a tool. The build writes it from the table of tools. */
interface ToolContribution {
  readonly name: string;
  readonly inputSchema: { readonly properties?: object };
}

/** Registers the tools that package.json lists. */
export function registerAssistant({ extension }: ExtensionContext): Disposable {
  const { languageModelTools }: { readonly languageModelTools: readonly ToolContribution[] } =
    extension.packageJSON.contributes;
  return Disposable.from(
    ...languageModelTools.map(({ name, inputSchema }) =>
      lm.registerTool<object>(name, {
        invoke: ({ input }) => loadCommands().invokeTool(name, input),
        prepareInvocation: ({ input }) =>
          loadCommands().prepareTool(name, input, "preview" in (inputSchema.properties ?? {})),
      }),
    ),
  );
}
