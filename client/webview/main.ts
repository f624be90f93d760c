/** The page as VS Code's panel shows it, or as a file of its own. */

import { startApp } from "./app.tsx";
import { standaloneHost } from "./host/standaloneHost.ts";
import { vscodeHost } from "./host/vscodeHost.ts";

startApp(standaloneHost() ?? vscodeHost());
