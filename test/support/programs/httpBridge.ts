import { createServer } from "node:http";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { argmapProgram } from "./argmapCli.ts";

/** A server over HTTP that passes each message to `argmap mcp`, and back. */
export interface HttpBridge extends AsyncDisposable {
  readonly url: string;
}

/** Makes the built command reachable by test suites that speak only HTTP. Each session runs a command of its own. */
export async function bridgeToHttp(folder: string): Promise<HttpBridge> {
  const sessions = new Map<string, StreamableHTTPServerTransport>();
  const commands: StdioClientTransport[] = [];
  const open = async (): Promise<StreamableHTTPServerTransport> => {
    const command = new StdioClientTransport({ command: process.execPath, args: [argmapProgram, "mcp", folder] });
    commands.push(command);
    const http: StreamableHTTPServerTransport = new StreamableHTTPServerTransport({
      sessionIdGenerator: () => crypto.randomUUID(),
      onsessioninitialized: (id) => void sessions.set(id, http),
    });
    await pipe(http as Transport, command); // Its optional handlers are typed without exactOptionalPropertyTypes.
    return http;
  };
  const server = createServer(async (request, response) => {
    const id = request.headers["mcp-session-id"];
    const session = (typeof id === "string" ? sessions.get(id) : undefined) ?? (await open());
    await session.handleRequest(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await Promise.all(commands.map((command) => command.close()));
    },
  };
}

async function pipe(one: Transport, other: Transport): Promise<void> {
  one.onmessage = (message) => void other.send(message);
  other.onmessage = (message) => void one.send(message);
  await other.start();
  await one.start();
}
