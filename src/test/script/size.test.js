import assert from "node:assert/strict";
import test from "node:test";

globalThis.localStorage ??= { getItem: () => "en" };
globalThis.navigator ??= { languages: ["en"] };
const { size } = await import("../../main/resources/ductus/studio/size.js");

test("sizes have the unit that fits, and nothing is smaller than one kilobyte", () => {
  assert.deepEqual([0, 88, 6700, 13_500, 999_400, 9_600_000, 256_000_000, 1.5e9, 2e12].map(size),
    ["1 kB", "1 kB", "6.7 kB", "13.5 kB", "999 kB", "9.6 MB", "256 MB", "1.5 GB", "2,000 GB"]);
});
