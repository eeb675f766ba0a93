/**
 * Expressive playing without a grid, as tokens: notes and the sustain pedal in steps of 10 ms,
 * after Magenta's Performance RNN (Oore et al. 2018, "This time with feeling"). {@link
 * ductus.music.encoding.performance.PerformanceScore} leads from scores to performances and back,
 * {@link ductus.music.encoding.performance.PerformanceEncoding} from there to tokens. May use
 * {@code music} and {@code model}.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.performance;
