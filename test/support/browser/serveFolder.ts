/** A server for static files on this machine, as any host of web pages is. */
import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain",
};

export interface StaticServer {
  /** The address of the folder, with `/` at its end. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves the files of a folder below the path `/site/`, so that links from the root of the host do not work. */
export async function serveFolder(folder: string): Promise<StaticServer> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const relative = pathname.startsWith("/site/") ? decodeURIComponent(pathname.slice("/site/".length)) : "..";
    const path = join(folder, relative === "" || relative.endsWith("/") ? `${relative}index.html` : relative);
    if (!normalize(path).startsWith(normalize(folder)) || !existsSync(path) || !statSync(path).isFile())
      return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": `${types[extname(path)] ?? "application/octet-stream"}; charset=utf-8` });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  // A server that listens to a port has such an address.
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/site/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
