import assert from "node:assert/strict";
import test from "node:test";
import { Clock } from "../../main/resources/ductus/studio/score/clock.js";
import { join } from "../../main/resources/ductus/studio/score/join.js";
import { allBut, everyOther } from "../../main/resources/ductus/studio/score/ranges.js";
import { Mix } from "../../main/resources/ductus/studio/sound/mix.js";
import { drum, recipe } from "../../main/resources/ductus/studio/sound/recipes.js";
import { wav } from "../../main/resources/ductus/studio/sound/wav.js";

const score = {
  ticksPerQuarter: 100, length: 800, bars: [0, 400],
  tempos: [{ tick: 0, microsecondsPerQuarter: 500000 }, { tick: 400, microsecondsPerQuarter: 1000000 }],
  voices: [{ name: "Melody", drum: false }], notes: [{ onset: 0, duration: 100, pitch: 60, velocity: 80, voice: 0 }],
};

test("ticks and seconds agree across a change of tempo", () => {
  const clock = new Clock(score);
  assert.equal(clock.seconds(400), 2);
  assert.equal(clock.seconds(500), 3);
  for (const tick of [0, 37, 399, 400, 401, 799, 1200]) assert.equal(clock.tick(clock.seconds(tick)), tick);
  assert.equal(new Clock({ ...score, tempos: [] }).seconds(100), 0.5);
});

test("the grid begins anew with each bar", () => {
  const clock = new Clock({ ...score, bars: [0, 330] });
  assert.equal(clock.step(16), 25);
  assert.equal(clock.snap(37, 25), 25);
  assert.equal(clock.snap(38, 25), 50);
  assert.equal(clock.snap(350, 25), 355);
  assert.equal(clock.floor(354, 25), 330);
  assert.deepEqual(clock.place(380), { bar: 2, quarter: 1.5 });
});

test("two tunes are put together at the next bar, in the ticks of the first", () => {
  const notes = join(score, { ...score, ticksPerQuarter: 200, notes: [{ onset: 200, duration: 100, pitch: 62, velocity: 80, voice: 0 }] });
  assert.deepEqual(notes.map((note) => [note.onset, note.duration, note.pitch]), [[0, 100, 60], [900, 50, 62]]);
  const drums = join(score, { ...score, voices: [{ name: "Drums", drum: true }] });
  assert.equal(drums.length, 1);
});

test("bars are kept while the rest is new", () => {
  assert.deepEqual(allBut(3, 4, 8), [[1, 2], [5, 8]]);
  assert.deepEqual(allBut(1, 4, 8), [[5, 8]]);
  assert.deepEqual(allBut(1, 8, 8), []);
  assert.deepEqual(everyOther(8), [[3, 4], [7, 8]]);
  assert.deepEqual(everyOther(7), [[3, 4], [7, 7]]);
  assert.deepEqual(everyOther(2), [[2, 2]]);
});

test("solo silences the others, mute itself", () => {
  const mix = new Mix();
  assert.ok(mix.sounds(1));
  mix.muted.add(1);
  assert.ok(!mix.sounds(1));
  mix.solo.add(1);
  assert.ok(mix.sounds(1));
  assert.ok(!mix.sounds(0));
});

test("each program and each drum has a sound", () => {
  for (let number = 0; number < 128; number++) {
    const made = recipe(number);
    assert.ok(made.level > 0 && made.release > 0 && (made.partials || made.kind === "pluck"), String(number));
    assert.ok(drum(number).seconds > 0, String(number));
  }
});

test("a WAV file says what it holds", () => {
  const bytes = wav([Float32Array.of(0, 1, -2), Float32Array.of(0.5, 0, 0)], 44100);
  const view = new DataView(bytes.buffer);
  assert.equal(bytes.length, 44 + 12);
  assert.equal(String.fromCharCode(...bytes.slice(0, 4), ...bytes.slice(8, 16)), "RIFFWAVEfmt ");
  assert.equal(view.getUint32(4, true), bytes.length - 8);
  assert.equal(view.getUint16(22, true), 2);
  assert.equal(view.getUint32(24, true), 44100);
  assert.equal(view.getUint32(40, true), 12);
  assert.deepEqual([44, 46, 48, 50, 52].map((at) => view.getInt16(at, true)), [0, 16384, 32767, 0, -32767]);
});
