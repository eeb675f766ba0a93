/**
 * What a score sounds like: WAV files rendered by the JDK's synthesizer without an audio device,
 * and playing where there is one.
 *
 * <p>Sound is 44.1 kHz, 16 bit, stereo. May use {@code music}, {@code music.jfugue}, {@code file}
 * and javax.sound.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.audio;
