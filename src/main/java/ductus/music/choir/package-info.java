/**
 * Settings for four voices in their own rhythm: who strikes, who holds, who rests, and the phrases
 * that they sing ({@link ductus.music.choir.VoiceSetting}); how they are found in scores, and
 * scores of them.
 *
 * <p>Voices are numbered from the top, as in {@link ductus.music.harmony.voices.VoicePart}: 0
 * soprano, 1 alto, 2 tenor, 3 bass. Times are grid steps, four a quarter note (sixteenths).
 */
@org.jspecify.annotations.NullMarked
package ductus.music.choir;
