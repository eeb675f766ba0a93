import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { better, exact, percentBetter, size, sorted } from "../../main/resources/ductus/studio/runwords.js";
import { speak } from "../../main/resources/ductus/studio/words.js";

speak("en", JSON.parse(readFileSync(new URL("../../main/resources/ductus/studio/words/en.json", import.meta.url), "utf8")));

const card = (more) => ({ name: "a", state: "DONE", unit: "token", epochs: 4, epochsDone: 4, bestEpoch: 3, ...more });

test("says how much better than counting a run predicts, and exactly so", () => {
  const run = card({ heldOutNats: 0.95, countingNats: 2.5 });
  assert.equal(percentBetter(run), 62);
  assert.equal(better(run), "predicts 62 % better than counting");
  assert.equal(exact(run), "0.950 nats a token, epoch 3");
  assert.equal(better(card({ heldOutNats: 3, countingNats: 2.5 })), "does not predict better than counting yet");
  assert.equal(better(card({ heldOutNats: -0.4 })), "best after epoch 3");
  assert.equal(better(card({ heldOutNats: null })), null);
});

test("sorts runs by a column, those without a value last either way", () => {
  const runs = [
    card({ name: "b", seconds: 9, size: { layers: 2, hiddenSize: 64 }, heldOutNats: 1, countingNats: 2 }),
    card({ name: "A", seconds: null, size: null }),
    card({ name: "c", seconds: 3, size: { hiddenSize: 96 }, heldOutNats: 0.5, countingNats: 2 }),
  ];
  const names = (column, downwards) => sorted(runs, column, downwards).map(({ name }) => name).join("");
  assert.equal(names("name", false), "Abc");
  assert.equal(names("seconds", false), "cbA");
  assert.equal(names("seconds", true), "bcA");
  assert.equal(names("size", false), "cbA");
  assert.equal(names("best", false), "cbA");
  assert.equal(size(runs[0]), "2 × 64");
  assert.equal(size(runs[1]), "");
});
