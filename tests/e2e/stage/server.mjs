// Starts the server that is tested, with a data folder of its own, and stops it. Its log goes into a file.

import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// A debug build compiles the definitions of all services before it is ready.
const READY_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 15_000;

/** Starts the server; its files are in `folder`, its log is `folder/server.log`. */
export async function startServer(binary, services, folder, more = []) {
  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "a");
  const options = [...store(folder), "--listen", `127.0.0.1:${port}`, ...more];
  const child = spawn(resolve(binary), ["serve", "--services", services, ...options], {
    stdio: ["ignore", log, log],
    env: { ...process.env, EXEMPLAR_LOG: "debug" },
  });
  let ended = false;
  const end = new Promise((done) => {
    child.once("error", (error) => done(`it cannot be started: ${error.message}`));
    child.once("exit", (code, signal) => done(signal ?? code));
  }).then((how) => {
    ended = true;
    return how;
  });
  const address = `http://127.0.0.1:${port}`;
  const start = Date.now();
  while (!(await isReady(address))) {
    if (ended) throw new Error(`the server ended before it was ready: ${await end}; see ${folder}/server.log`);
    if (Date.now() - start > READY_WITHIN_MS) {
      child.kill("SIGKILL");
      throw new Error(`the server was not ready after ${READY_WITHIN_MS / 1000} s; see ${folder}/server.log`);
    }
    await sleep(50);
  }
  // Nobody is left who could stop it, where the process that started it ends without doing so.
  process.once("exit", () => ended || child.kill("SIGKILL"));
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), STOP_WITHIN_MS);
    const how = await end;
    clearTimeout(timer);
    return how;
  };
  return { address, stop };
}

/** The flags that say where everything of a server is kept. */
export function store(folder) {
  return ["--data", join(folder, "data"), "--keys", join(folder, "keys.json")];
}

async function isReady(address) {
  try {
    const reply = await fetch(`${address}/health/ready`);
    await reply.text();
    return reply.ok;
  } catch {
    return false;
  }
}

function freePort() {
  return new Promise((done, failed) => {
    const server = createServer();
    server.once("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });
}
