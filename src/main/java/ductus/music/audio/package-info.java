/**
 * What a score sounds like: WAV files rendered by the JDK's synthesizer without an audio device,
 * and playing where there is one.
 *
 * <p>Sound is 44.1 kHz, 16 bit, stereo.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.audio;
