/**
 * Music in four voices, as chorales are: a pitch of each voice a beat ({@link
 * ductus.music.harmony.voices.Chorale}), what counts as a fault in how voices move, and how a
 * network sees a voice among the others.
 *
 * <p>Voices are numbered from the top: 0 soprano, 1 alto, 2 tenor, 3 bass. T beats.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.harmony.voices;
