/** Entry point of the playground. */
import { newProject } from "./files/project.ts";
import { byId } from "./page/elements.ts";
import { createLayout } from "./page/layout.ts";
import { createNotices } from "./page/notices.ts";
import { followTheme } from "./page/theme.ts";
import { createPlayground } from "./playground.ts";

const notify = createNotices();
const layout = createLayout();
const playground = createPlayground({
  layout,
  notify,
  pickProperty: async () => undefined,
  saveTables: () => {},
  exportResult: () => {},
  onEdit: () => {},
  onShow: () => {},
});
const frame = byId("picture", HTMLIFrameElement);
let classes: readonly string[] = [];
const applyToPicture = (): void => {
  const body = frame.contentDocument?.body;
  if (body) body.className = classes.join(" ");
};
frame.addEventListener("load", applyToPicture);
const themes = followTheme((_theme, next) => {
  classes = next;
  applyToPicture();
});
byId("theme", HTMLButtonElement).addEventListener("click", () => themes.toggle());
const start = await fetch("../examples/first-map.argmap");
playground.open(newProject([{ path: "map.argmap", content: await start.text() }]));
