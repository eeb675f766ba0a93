/**
 * Tunes that are one tune: versions of it under other names, in other keys, with other turns
 * ({@link ductus.music.family.TuneFamilies}). Knows melodies, and nothing of files.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.family;
