/** The page as VS Code's panel shows it. */
import { panelHost } from "./host.ts";
import { start } from "./start.tsx";

start(panelHost());
