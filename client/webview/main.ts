/** The page as VS Code's panel shows it, or as a file of its own. */

import { start } from "./app.tsx";
import { fileHost } from "./host/standaloneHost.ts";
import { panelHost } from "./host/vscodeHost.ts";

start(fileHost() ?? panelHost());
