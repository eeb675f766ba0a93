// What a sidecar says, as rows of names and values; long lists and the files' sums are left out.

/** @returns {[string, string][]} */
export function rows(provenance, prefix = "") {
  return Object.entries(provenance).flatMap(([name, value]) => {
    if (name === "files" || Array.isArray(value)) return [];
    if (value !== null && typeof value === "object") return rows(value, `${prefix}${name} `);
    return [[prefix + name, String(value)]];
  });
}

/** The rows in which two sidecars differ: name, the one's value, the other's; "" where one has none. */
export function differences(one, other) {
  const [left, right] = [new Map(rows(one)), new Map(rows(other))];
  return [...new Set([...left.keys(), ...right.keys()])]
    .map((name) => [name, left.get(name) ?? "", right.get(name) ?? ""])
    .filter(([, a, b]) => a !== b);
}
