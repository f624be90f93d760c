/** Entry point of the page, both in VS Code's panel and in an exported HTML file. */
import { startApp } from "./app.tsx";
import { standaloneHost } from "./host/standaloneHost.ts";
import { vscodeHost } from "./host/vscodeHost.ts";

startApp(standaloneHost() ?? vscodeHost());
