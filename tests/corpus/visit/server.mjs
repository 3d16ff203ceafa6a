// Starts the program over a folder of services, on a free port of this machine, with a data folder of its own.

import { spawn } from "node:child_process";
import { openSync } from "node:fs";
import { request } from "node:http";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

// A debug build compiles the definitions of all services before it is ready.
const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

/** Starts it; what it keeps and says is in `folder`. Gives its address, and how to stop it. */
export async function startServer(binary, services, folder) {
  const port = await freePort();
  const log = openSync(join(folder, "server.log"), "a");
  const flags = ["--services", services, "--data", join(folder, "data"), "--keys", join(folder, "keys.json"), "--listen", `127.0.0.1:${port}`, "--limit-starts", "0", "--limit-posts", "0"];
  const child = spawn(resolve(binary), ["serve", ...flags], { stdio: ["ignore", log, log] });
  let ended;
  const end = new Promise((done) => {
    child.once("error", (error) => done(`it cannot be started: ${error.message}`));
    child.once("exit", (code, signal) => done(signal ?? code));
  }).then((how) => (ended = `${how}`));
  const kill = () => child.kill("SIGKILL");
  // Nobody is left who could stop it, where this process ends without doing so.
  process.once("exit", kill);
  const address = `http://127.0.0.1:${port}`;
  const start = Date.now();
  while (!(await isReady(address))) {
    if (ended === undefined && Date.now() - start <= READY_WITHIN_MS) {
      await sleep(50);
      continue;
    }
    kill();
    throw new Error(`the server was not ready (${ended ?? `after ${READY_WITHIN_MS / 1000} s`}); see ${folder}/server.log`);
  }
  const stop = async () => {
    child.kill("SIGTERM");
    const timer = setTimeout(kill, STOP_WITHIN_MS);
    await end;
    clearTimeout(timer);
    process.off("exit", kill);
  };
  return { address, stop };
}

function isReady(address) {
  return new Promise((done) => {
    const asked = request(`${address}/health/ready`, (reply) => {
      reply.resume();
      reply.on("end", () => done(reply.statusCode === 200));
    });
    asked.on("error", () => done(false));
    asked.end();
  });
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
