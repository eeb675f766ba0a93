import assert from "node:assert/strict";
import test from "node:test";
import { LessonClock } from "../../main/resources/ductus/studio/lessonclock.js";

test("the time left counts from the first update, not from what comes before it", () => {
  const clock = new LessonClock(0, 0);
  assert.equal(clock.left({ done: 0, all: 100 }, 60_000), null);
  assert.equal(clock.left({ done: 10, all: 100 }, 70_000), 90);
});

test("it is not told of the first updates, which are slower", () => {
  const clock = new LessonClock(0, 0);
  assert.equal(clock.left({ done: 4, all: 100 }, 8_000), null);
  assert.equal(clock.left({ done: 5, all: 100 }, 10_000), 190);
});

test("of a lesson that was under way already it counts what was seen", () => {
  assert.equal(new LessonClock(50, 1_000).left({ done: 60, all: 100 }, 11_000), 40);
});
