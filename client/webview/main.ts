/** The page as VS Code's panel shows it, or as a file of its own. */
import { fileHost } from "./fileHost.ts";
import { panelHost } from "./host.ts";
import { start } from "./start.tsx";

start(fileHost() ?? panelHost());
