import assert from "node:assert/strict";
import test from "node:test";
import { post, server } from "../../main/resources/ductus/studio/api.js";

let gone = 0;
server.addEventListener("gone", () => { gone++; });

/** Answers requests with what a function makes of them, while something is done. */
async function answering(fetching, does) {
  const before = globalThis.fetch;
  globalThis.fetch = fetching;
  gone = 0;
  try {
    await does();
  } finally {
    globalThis.fetch = before;
  }
}

test("a request that was given up is no sign that the studio is gone", () =>
  answering((_, { signal }) => new Promise((_done, failed) => {
    signal.addEventListener("abort", () => failed(signal.reason));
  }), async () => {
    const giving = new AbortController();
    const asked = post("/api/write/live", {}, giving.signal);
    giving.abort();
    await assert.rejects(asked, { name: "AbortError" });
    assert.equal(gone, 0);
  }));

test("one that nobody answers is", () =>
  answering(() => Promise.reject(new TypeError("Failed to fetch")), async () => {
    await assert.rejects(post("/api/write/live", {}));
    assert.equal(gone, 1);
  }));
