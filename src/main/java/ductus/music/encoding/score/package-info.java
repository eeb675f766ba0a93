/**
 * Arrangements as tokens: bar, position, tempo, chord, program, part, pitch, velocity and duration;
 * after REMI (Huang and Yang 2020) and its form for several tracks in MidiTok. The entrance is
 * {@link ductus.music.encoding.score.ScoreEncoding}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.score;
