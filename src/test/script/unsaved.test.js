import assert from "node:assert/strict";
import test from "node:test";
import { forget, keep, left, leftOf, rename, restore } from "../../main/resources/ductus/studio/editor/unsaved.js";

const note = (onset, pitch) => ({ id: onset + 1, onset, duration: 10, pitch, velocity: 80, voice: 0 });
const file = [note(0, 60), note(10, 62)];
const changed = [note(0, 61), note(10, 62)];

/** A storage of so many characters. */
function storage(room = 5_000_000) {
  const held = new Map();
  return {
    getItem: (name) => held.get(name) ?? null,
    setItem: (name, value) => {
      if (value.length > room) throw new Error("full");
      held.set(name, value);
    },
    removeItem: (name) => held.delete(name),
  };
}

test("notes that were changed are there again, for the same file only", () => {
  const kept = storage();
  keep("a.mid", file, changed, kept, 7);
  assert.deepEqual(left("a.mid", file, kept).notes.map(({ pitch }) => pitch), [61, 62]);
  assert.equal(left("a.mid", file, kept).at, 7);
  assert.equal(left("a.mid", changed, kept), null);
  assert.equal(left("b.mid", file, kept), null);
});

test("what is forgotten can be restored", () => {
  const kept = storage();
  keep("a.mid", file, changed, kept);
  const forgotten = forget("a.mid", kept);
  assert.equal(left("a.mid", file, kept), null);
  restore(forgotten, kept);
  assert.notEqual(left("a.mid", file, kept), null);
  assert.equal(forget("b.mid", kept), null);
});

test("a file that is kept takes its changes along", () => {
  const kept = storage();
  keep("a.mid", file, changed, kept);
  rename("a.mid", "b.mid", kept);
  assert.deepEqual(leftOf(kept).map(({ midi }) => midi), ["b.mid"]);
});

test("the newest are kept where there is no room for all", () => {
  const kept = storage(500);
  for (const name of ["a", "b", "c", "d", "e"]) keep(`${name}.mid`, file, changed, kept);
  assert.equal(leftOf(kept)[0].midi, "e.mid");
  assert.ok(leftOf(kept).length < 5);
});

test("what is no list is nothing", () => {
  const kept = storage();
  kept.setItem("ductus-edits", "{\"x\":");
  assert.deepEqual(leftOf(kept), []);
  kept.setItem("ductus-edits", "[{\"midi\":3}]");
  assert.deepEqual(leftOf(kept), []);
});
