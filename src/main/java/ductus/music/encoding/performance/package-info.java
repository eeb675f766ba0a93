/**
 * Performances as tokens, after Magenta's Performance RNN (Oore et al. 2018, "This time with
 * feeling"), and what may be asked of them. {@link
 * ductus.music.encoding.performance.PerformanceEncoding} leads from {@link
 * ductus.music.performance.Performance} to tokens and back.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.performance;
