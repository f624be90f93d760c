/** Answers the page's questions about what stands and about tables, as the panel does, with the functions of the server. */
import type { CardId, Tree } from "../../../server/core/tree/tree.ts";
import { explainCard } from "../../../server/features/preview/explainStanding.ts";
import { tablesForCards } from "../../../server/features/preview/tables.ts";
import { weigh } from "../../../server/features/preview/weigh.ts";
import type { ToPage, ToPanel } from "../../../server/protocol/preview.ts";
import { watchedMap } from "../workspaces/watchedMap.ts";
import type { PreviewPage } from "./openPage.ts";

type Question = Extract<ToPanel, { readonly type: "weigh" | "explainStanding" | "makeTables" }>;

const isQuestion = (message: ToPanel): message is Question =>
  message.type === "weigh" || message.type === "explainStanding" || message.type === "makeTables";

export interface WeighedMap {
  readonly tree: Tree;
  /** The id of the card with a name. */
  readonly card: (name: string) => CardId;
  /** Answers the questions that the page has sent, until it asks no more. */
  readonly answer: (preview: PreviewPage) => Promise<void>;
}

/** A map in a workspace of its own. */
export function weighedMap(text: string): WeighedMap {
  const { uri, workspace, trees, tree, card } = watchedMap(text);
  let answered = 0;

  async function answerTo(question: Question): Promise<ToPage> {
    const { requestId } = question;
    if (question.type === "weigh")
      return { type: "weights", requestId, result: (await weigh(workspace, trees, uri, question)) ?? null };
    if (question.type === "makeTables")
      return { type: "tables", requestId, result: (await tablesForCards(workspace, trees, uri, question)) ?? null };
    const explanation = (await explainCard(workspace, trees, uri, question)) ?? null;
    return { type: "standingExplanation", requestId, explanation };
  }

  return {
    tree,
    card,
    async answer(preview) {
      for (;;) {
        const questions = (await preview.sentMessages()).filter(isQuestion);
        if (questions.length === answered) return;
        for (const question of questions.slice(answered)) await preview.send(await answerTo(question));
        answered = questions.length;
      }
    },
  };
}
