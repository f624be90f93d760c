import { render } from "preact";
import * as v from "valibot";
import { applyExploration } from "../../server/core/picture/explore.ts";
import { originalCardId } from "../../server/core/picture/unfoldReferences.ts";
import { type PreviewCommand, type ToPage, toPage } from "../../server/protocol/preview.ts";
import { findConflictingText } from "./editing/draft.ts";
import { isSubmitted, type UpdateEditing } from "./editing/editingState.ts";
import { handleExportRequest } from "./export/loadExporter.ts";
import type { Host } from "./host/host.ts";
import { Page } from "./page.tsx";
import { canvasTextMeasure } from "./picture/canvasTextMeasure.ts";
import { createPictureCache, type RenderedPicture } from "./state/pictureCache.ts";
import { saveView } from "./state/savedView.ts";
import { handleMessage, initialSession, type PageSession } from "./state/session.ts";
import { sessionWithDraft } from "./state/sessionWithDraft.ts";
import type { UpdateViewOptions } from "./state/viewOptions.ts";
import { askForTables } from "./tables/tables.ts";
import { trackReportedSize, trackSettledSize } from "./ui/elementSize.ts";
import { createMarks, lineWeightsOf, weighedCards } from "./weighing/standingMark.ts";
import type { UpdateWeighing } from "./weighing/useWeighing.ts";
import { askServer, shownQuestion, shownWeights } from "./weighing/weighing.ts";
import "./styles/page.css";
import "./styles/toolbar.css";
import "./styles/editing.css";
import "./styles/panels.css";
import "./styles/tables.css";
import "./styles/weighing.css";

/** The state that the page stores with the host. */
const savedStateSchema = v.object({ map: v.string(), left: v.unknown() });

/**
 * The width of an outline, in pixels. It fills the panel up to a readable width. The margin beside it shrinks in a narrow
 * panel, down to 0 at the width `narrow`.
 */
const OUTLINE_WIDTH = { margin: 24, min: 190, max: 760, narrow: 300 };

/** The height at the top and the bottom of the panel that the toolbars cover, in pixels. */
const TOOLBARS_HEIGHT = 84;

/** Milliseconds after which the view is saved even if the page is never idle. */
const SAVE_TIMEOUT = 400;

/** Starts the page: listens to the host's messages and renders at most once per animation frame. */
export function startApp(host: Host): void {
  const root = document.getElementById("root") ?? document.body;
  const pictureCache = createPictureCache(canvasTextMeasure);
  const savedState = v.safeParse(savedStateSchema, host.getState());
  const canWeigh = host.canEdit || host.exportedWeighing !== undefined;
  let session: PageSession = initialSession;
  let isDrawScheduled = false;
  let runCommand: (command: PreviewCommand, depth?: number) => void = () => {};
  /** The saved view of each map shown in this page, and of the map that was shown when the page was last closed. */
  const savedViews = new Map<string, unknown>();
  if (savedState.success) savedViews.set(savedState.output.map, savedState.output.left);
  let lastSaved = "";
  let isSaveScheduled = false;

  /** Renders in the next animation frame, so that several messages lead to one rendering. */
  function scheduleDraw(): void {
    if (isDrawScheduled) return;
    isDrawScheduled = true;
    requestAnimationFrame(() => {
      isDrawScheduled = false;
      renderPage();
    });
  }

  const panelSize = trackSettledSize(root, scheduleDraw);
  // The view is moved by reported sizes too, so an outline of a newer width would be fitted into the old window.
  const rootSize = trackReportedSize(root);
  const renderPicture = (shownSession: PageSession): RenderedPicture | undefined => {
    const { width, height } = panelSize();
    return pictureCache.render(shownSession, fonts(), { width, height: height - TOOLBARS_HEIGHT }, outlineWidth());
  };
  const fonts = (): string => getComputedStyle(document.body).fontFamily;
  const outlineWidth = (): number => {
    const { width: available } = rootSize();
    const margin = Math.min(OUTLINE_WIDTH.margin, Math.max(0, Math.floor((available - OUTLINE_WIDTH.narrow) / 8)));
    return Math.min(OUTLINE_WIDTH.max, Math.max(OUTLINE_WIDTH.min, available - 2 * margin));
  };

  function renderPage(): void {
    const shownSession = sessionWithDraft(session);
    const rendered = renderPicture(shownSession);
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
        updateWeighing={canWeigh ? updateWeighing : undefined}
        exportedWeighing={host.exportedWeighing}
        onViewSettled={(transform) => {
          session = { ...session, transform };
          scheduleSave();
        }}
        onOpen={(card, preserveFocus) => host.post({ type: "openCard", card: originalCardId(card), preserveFocus })}
        onExportTables={
          host.canEdit
            ? (tables) =>
                session.map !== undefined && host.post({ type: "exportTables", map: session.map, tables: [...tables] })
            : undefined
        }
        onShowPassage={host.canEdit ? showPassage : undefined}
        onOpenLink={(href) => host.post({ type: "openLink", href })}
        onPickProperty={(card, property) =>
          session.map !== undefined && host.post({ type: "pickProperty", map: session.map, card, property })
        }
        onShowUncited={() => session.map !== undefined && host.post({ type: "showUncited", map: session.map })}
        onCommandsReady={(next) => {
          runCommand = next;
        }}
      />,
      root,
    );
    if (canWeigh) askQuestions();
  }

  /** Asks the server after the page has been rendered, so that a change of the map shows at once. */
  function askQuestions(): void {
    for (const ask of host.canEdit ? [askServer, askForTables] : [askServer]) {
      const asked = ask(session);
      session = asked.session;
      for (const message of asked.outgoing) host.post(message);
    }
  }

  const updateViewOptions: UpdateViewOptions = (change) => {
    const viewOptions = change(session.viewOptions);
    if (viewOptions === session.viewOptions) return;
    session = { ...session, viewOptions };
    renderPage();
    scheduleSave();
  };

  const updateWeighing: UpdateWeighing = (change) => {
    const next = change(session);
    if (next === session) return;
    session = next;
    renderPage();
    scheduleSave();
  };

  function showPassage(quote: string): void {
    if (session.map !== undefined) host.post({ type: "openPassage", map: session.map, quote });
  }

  const updateEditing: UpdateEditing = (change) => {
    const { editing, outgoing } = change(session.editing, session);
    if (editing === session.editing) return;
    session = { ...session, editing };
    if (outgoing) host.post(outgoing);
    renderPage();
  };

  /** Exports what the page shows, with a text that the user has submitted but that is not in the map yet. */
  async function answerExport({ requestId, request }: Extract<ToPage, { readonly type: "export" }>): Promise<void> {
    const shownSession = sessionWithDraft(session);
    const { tree, viewOptions } = shownSession;
    const layout = renderPicture(shownSession)?.layout;
    if (tree === undefined || layout === undefined) return;
    const explored = applyExploration(tree, viewOptions.exploration);
    const weights = shownWeights(shownSession);
    const markOf = createMarks(weights, viewOptions.weighing, shownSession.weighing.suppositions);
    const result = await handleExportRequest(request, {
      wholeTree: tree,
      explored,
      weighing: shownQuestion(shownSession),
      weighed: weighedCards(explored.tree.cards, markOf, lineWeightsOf(tree, weights)),
      viewOptions,
      layout,
      fonts: fonts(),
      width: outlineWidth(),
      // Pan and zoom depend on the window of the reader.
      savedView: saveView(viewOptions, tree, undefined),
    });
    host.post({ type: "exportResult", requestId, result });
  }

  /** Saves the view when the page is idle. */
  function scheduleSave(): void {
    if (isSaveScheduled) return;
    isSaveScheduled = true;
    const saveNow = (): void => {
      isSaveScheduled = false;
      save();
    };
    requestIdleCallback(saveNow, { timeout: SAVE_TIMEOUT });
  }

  function save(): void {
    const { map, tree, viewOptions, transform } = session;
    if (map === undefined || tree === undefined) return;
    const savedView = saveView(viewOptions, tree, transform);
    const serialized = JSON.stringify([map, savedView]);
    if (serialized === lastSaved) return;
    lastSaved = serialized;
    savedViews.set(map, savedView);
    host.setState({ map, left: savedView });
    host.post({ type: "saveView", map, view: savedView });
  }

  host.listen((data) => {
    const message = v.safeParse(toPage, data);
    if (!message.success) return;
    if (message.output.type === "export") return void answerExport(message.output);
    if (message.output.type === "takeFocus") {
      window.focus();
      return host.post({ type: "focusTaken" });
    }
    // Save the view of this map before the page shows another one.
    if (message.output.type === "tree" && message.output.uri !== session.map) save();
    const result = handleMessage(session, message.output, (map) => savedViews.get(map));
    session = result.session;
    if (result.outgoing) host.post(result.outgoing);
    if (result.command) runCommand(result.command, result.depth);
    scheduleDraw();
  });

  // VS Code sets the theme's fonts and colors as CSS variables of the root element, and its kind as a class of the body.
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
