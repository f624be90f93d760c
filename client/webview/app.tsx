/** Starts the page: listens to its host, draws at most once for each frame of the screen. */
import { render } from "preact";
import * as v from "valibot";
import { applyExploration, type Filter, withExemptCard } from "../../server/core/picture/explore.ts";
import type { CardId, Tree } from "../../server/core/tree/tree.ts";
import { type PreviewCommand, type ToPage, toPage } from "../../server/protocol/preview.ts";
import { applyDraft, type Draft, draftCardId, findConflictingText } from "./editing/draft.ts";
import { isSubmitted } from "./editing/editingState.ts";
import type { UpdateEditing } from "./editing/useEditing.tsx";
import { handleExportRequest } from "./export/loadExporter.ts";
import type { Host } from "./host/vscodeHost.ts";
import { Page } from "./page.tsx";
import { canvasTextMeasure } from "./picture/canvasTextMeasure.ts";
import { createPictureCache } from "./state/pictureCache.ts";
import { saveView } from "./state/savedView.ts";
import { handleMessage, initialSession, type PageSession } from "./state/session.ts";
import type { ViewOptions } from "./state/viewOptions.ts";
import "./styles/page.css";
import "./styles/toolbar.css";
import "./styles/editing.css";
import "./styles/panels.css";

/** What is remembered by the page itself, for when this very panel comes back. */
const savedStateSchema = v.object({ map: v.string(), left: v.unknown() });

/** An outline is as wide as its panel, within what can be read; in a narrow one nothing is left free beside it. */
const OUTLINE_WIDTH = { margin: 24, min: 190, max: 760, narrow: 300 };

export function startApp(host: Host): void {
  const root = document.getElementById("root") ?? document.body;
  const pictureCache = createPictureCache(canvasTextMeasure);
  const savedState = v.safeParse(savedStateSchema, host.getState());
  let session: PageSession = initialSession;
  let isDrawScheduled = false;
  let runCommand: (command: PreviewCommand, depth?: number) => void = () => {};
  /** How each map was left, as long as the page lives; from when it was last open, for the map of that time. */
  const savedViews = new Map<string, unknown>();
  if (savedState.success) savedViews.set(savedState.output.map, savedState.output.left);
  let lastSaved = "";
  let isSaveScheduled = false;

  /** Asks for the picture to be brought up to date with the next frame; by then there may be a newer version. */
  function scheduleDraw(): void {
    if (isDrawScheduled) return;
    isDrawScheduled = true;
    requestAnimationFrame(() => {
      isDrawScheduled = false;
      renderPage();
    });
  }

  const fonts = (): string => getComputedStyle(document.body).fontFamily;
  const outlineWidth = (): number => {
    const { clientWidth: available } = root;
    const margin = Math.min(OUTLINE_WIDTH.margin, Math.max(0, Math.floor((available - OUTLINE_WIDTH.narrow) / 8)));
    return Math.min(OUTLINE_WIDTH.max, Math.max(OUTLINE_WIDTH.min, available - 2 * margin));
  };

  function renderPage(): void {
    const shownSession = withDraft(session);
    const rendered = pictureCache.render(shownSession, fonts(), outlineWidth());
    if (rendered === undefined) return;
    render(
      <Page
        session={shownSession}
        updateEditing={host.canEdit ? updateEditing : undefined}
        conflictingText={
          isSubmitted(session.editing) ? undefined : findConflictingText(session.tree, session.editing.draft)
        }
        rendered={rendered}
        undoRedo={(command) => host.post({ type: command })}
        updateViewOptions={updateViewOptions}
        onViewSettled={(placement) => {
          session = { ...session, placement };
          scheduleSave();
        }}
        onOpen={(card) => host.post({ type: "open", card })}
        onShowPassage={host.canEdit ? showPassage : undefined}
        onShowUncited={() => session.map !== undefined && host.post({ type: "uncited", map: session.map })}
        onCommandsReady={(next) => {
          runCommand = next;
        }}
      />,
      root,
    );
  }

  function updateViewOptions(change: (choice: ViewOptions) => ViewOptions): void {
    const viewOptions = change(session.viewOptions);
    if (viewOptions === session.viewOptions) return;
    session = { ...session, viewOptions };
    renderPage();
    scheduleSave();
  }

  function showPassage(quote: string): void {
    if (session.map !== undefined) host.post({ type: "passage", map: session.map, quote });
  }

  function updateEditing(change: Parameters<UpdateEditing>[0]): void {
    const { editing, outgoing } = change(session.editing, session);
    if (editing === session.editing) return;
    session = { ...session, editing };
    if (outgoing) host.post(outgoing);
    renderPage();
  }

  /** Gives what is shown to whoever takes it out of the preview. */
  async function answerExport({ request, wanted }: Extract<ToPage, { readonly type: "export" }>): Promise<void> {
    const { tree, viewOptions } = session;
    if (tree === undefined) return;
    const made = await handleExportRequest(wanted, {
      wholeTree: tree,
      explored: applyExploration(tree, viewOptions.exploration),
      viewOptions,
      fonts: fonts(),
      width: outlineWidth(),
      // How large and where the picture is seen is for the reader's window to say.
      savedView: saveView(viewOptions, tree, undefined),
    });
    host.post({ type: "exported", request, made });
  }

  /** Keeps how the map is left once nothing more urgent is to be done; in the end also on a machine that never rests. */
  function scheduleSave(): void {
    if (isSaveScheduled) return;
    isSaveScheduled = true;
    const saveNow = (): void => {
      isSaveScheduled = false;
      save();
    };
    requestIdleCallback(saveNow, { timeout: 400 });
  }

  function save(): void {
    const { map, tree, viewOptions, placement } = session;
    if (map === undefined || tree === undefined) return;
    const savedView = saveView(viewOptions, tree, placement);
    const serialised = JSON.stringify([map, savedView]);
    if (serialised === lastSaved) return;
    lastSaved = serialised;
    savedViews.set(map, savedView);
    host.setState({ map, left: savedView });
    host.post({ type: "left", map, left: savedView });
  }

  host.listen((data) => {
    const message = v.safeParse(toPage, data);
    if (!message.success) return;
    if (message.output.type === "export") return void answerExport(message.output);
    // What is left now is not to be taken for how the next map is left.
    if (message.output.type === "tree" && message.output.uri !== session.map) save();
    const result = handleMessage(session, message.output, (map) => savedViews.get(map));
    session = result.session;
    if (result.outgoing) host.post(result.outgoing);
    if (result.command) runCommand(result.command, result.depth);
    scheduleDraw();
  });

  // VS Code sets the theme's fonts and colours as variables of the document's own style, and its kind as a class of the body.
  new MutationObserver(scheduleDraw).observe(document.documentElement, { attributeFilter: ["style"] });
  new MutationObserver(scheduleDraw).observe(document.body, { attributeFilter: ["class"] });
  new ResizeObserver(scheduleDraw).observe(root);
  document.fonts.addEventListener("loadingdone", () => {
    pictureCache.clear();
    scheduleDraw();
  });

  window.addEventListener("pagehide", save);

  host.post({ type: "ready" });
}

/** The session with the card that is being written in as it will be, whole and whatever is filtered by. */
function withDraft(session: PageSession): PageSession {
  const { tree, viewOptions, editing } = session;
  if (tree === undefined || editing.draft === undefined) return session;
  const editedCard = draftCardId(editing.draft);
  const openTexts = withOpenText(viewOptions.exploration.openTexts, editedCard);
  const filter = withExempt(viewOptions.exploration.filter, editedCard);
  return {
    ...session,
    tree: treeWithDraft(tree, editing.draft),
    viewOptions: { ...viewOptions, exploration: { ...viewOptions.exploration, openTexts, filter } },
  };
}

/** A sign without width: a card with no words yet has room for a line of them, over which they are written. */
const ZERO_WIDTH_SPACE = "\u200b";

const treeWithDraft = memoizeLast(
  (tree: Tree, draft: Draft) => [tree, draft],
  (tree, draft) => applyDraft(tree, draft.text.trim() === "" ? { ...draft, text: ZERO_WIDTH_SPACE } : draft),
);
const withOpenText = memoizeLast(
  (texts: ReadonlySet<CardId>, card: CardId) => [texts, card],
  (texts, card): ReadonlySet<CardId> => new Set([...texts, card]),
);
const withExempt = memoizeLast((filter: Filter, card: CardId) => [filter, card], withExemptCard);

/** A function that gives the same again as long as what it depends on is the same. */
function memoizeLast<Args extends readonly unknown[], Value>(
  keyOf: (...given: Args) => readonly unknown[],
  compute: (...given: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly key: readonly unknown[]; readonly value: Value } | undefined;
  return (...args) => {
    const key = keyOf(...args);
    if (last === undefined || !key.every((dependency, index) => dependency === last?.key[index]))
      last = { key, value: compute(...args) };
    return last.value;
  };
}
