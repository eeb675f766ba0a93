// How large a file is, in words.
import { language } from "./words.js";

const UNITS = ["kilobyte", "megabyte", "gigabyte"];

/** A number of bytes, such as "3.4 MB" of 3400000; never less than one kilobyte. */
export function size(bytes) {
  let value = Math.max(1, bytes / 1000);
  let unit = 0;
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000;
    unit++;
  }
  return value.toLocaleString(language(), { style: "unit", unit: UNITS[unit], maximumSignificantDigits: value < 10 ? 2 : 3 });
}
