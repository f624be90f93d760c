/** Answers the messages of the page that name their map, so that they do not depend on what the panel shows by then. */
import { commands, env, l10n, Uri, type WebviewPanel, window } from "vscode";
import type { ToPage, ToPanel } from "../../server/protocol/preview.ts";
import { goTo } from "../editor/navigation.ts";
import { columnForText } from "../editor/viewColumns.ts";
import { loadCommands } from "../environment/loadCommands.ts";
import type { ArticleServices } from "./articleServices.ts";
import { pickProperty } from "./editing/pickProperty.ts";
import { focusPanel } from "./editing/undo.ts";
import type { TreeClient } from "./treeClient.ts";
import type { ViewStateStore } from "./viewStateStore.ts";

type PageRequest = Extract<
  ToPanel,
  {
    readonly type:
      | "saveView"
      | "pickProperty"
      | "weigh"
      | "explainStanding"
      | "makeTables"
      | "exportTables"
      | "openPassage"
      | "openLink"
      | "showUncited";
  }
>;

interface RequestContext {
  readonly trees: TreeClient;
  readonly articleServices: ArticleServices;
  readonly viewStates: ViewStateStore;
  readonly panel: WebviewPanel;
  readonly post: (message: ToPage) => void;
}

/** Answers a request of the page. Rejects if the server fails. */
export async function answerPageRequest(
  message: PageRequest,
  { trees, articleServices, viewStates, panel, post }: RequestContext,
): Promise<void> {
  switch (message.type) {
    case "saveView":
      return viewStates.save(message.map, message.view);
    case "pickProperty": {
      const { map, card, property } = message;
      const action = await pickProperty(trees, Uri.parse(map), card, property);
      if (action === undefined) return;
      // After a list, VS Code focuses the active group. It may not know yet that the user has clicked in this one.
      await focusPanel(panel);
      return post({ type: "propertyPicked", map, card, action });
    }
    case "weigh": {
      const { map, requestId, suppositions, withLikelihoods, withLineWeights, language, knownRevision } = message;
      const known = knownRevision === undefined ? {} : { knownRevision };
      const wanted = { suppositions, withLikelihoods, withLineWeights, language, ...known };
      const result = await trees.weigh(Uri.parse(map), wanted);
      return post({ type: "weights", requestId, result });
    }
    case "explainStanding": {
      const { map, requestId, card, suppositions, withLikelihoods, language } = message;
      const question = { card, suppositions, withLikelihoods, language };
      const explanation = await trees.explainStanding(Uri.parse(map), question);
      return post({ type: "standingExplanation", requestId, explanation });
    }
    case "makeTables": {
      const { map, requestId, kind, suppositions, language } = message;
      const result = await trees.makeTables(Uri.parse(map), { kind, suppositions, language });
      return post({ type: "tables", requestId, result });
    }
    case "exportTables":
      return loadCommands().exportTables(Uri.parse(message.map), message.tables);
    case "openPassage": {
      const map = Uri.parse(message.map);
      const location = await articleServices.locateQuote(map, message.quote);
      if (location) return goTo(location, columnForText(location.uri, panel.viewColumn));
      return void window.showInformationMessage(
        l10n.t("The quote was not found in its source file. See the Problems panel for details."),
      );
    }
    case "openLink":
      return void env.openExternal(Uri.parse(message.href, true));
    case "showUncited":
      return void commands.executeCommand("argmap.showUncited", Uri.parse(message.map));
    default:
      return message satisfies never;
  }
}
