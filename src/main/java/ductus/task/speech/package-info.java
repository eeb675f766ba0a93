/**
 * Words in sound: recordings with their texts, what a network hears of them, its training, and how
 * many words it gets wrong.
 *
 * <p>T frames of {@link ductus.music.hearing.MelSpectrogram#BANDS} bands; two frames are a step.
 */
@org.jspecify.annotations.NullMarked
package ductus.task.speech;
