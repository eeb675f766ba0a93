/** What a drum kit plays: strokes on a grid with their force and their small deviations in time. */
@org.jspecify.annotations.NullMarked
package ductus.music.drums;
