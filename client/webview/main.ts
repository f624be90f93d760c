/** Entry point of the page, both in VS Code's panel and in an exported HTML file. */
import { startApp } from "./app.tsx";
import { standaloneHost } from "./host/standaloneHost.ts";
import { vscodeHost } from "./host/vscodeHost.ts";
import { messages } from "./messages/messages.ts";

// Screen readers read the page in the language of its messages, which may not be the display language.
document.documentElement.lang = messages.language;
startApp(standaloneHost() ?? vscodeHost());
