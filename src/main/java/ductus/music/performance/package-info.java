/**
 * Expressive playing without a grid: notes and the sustain pedal in steps of 10 ms. {@link
 * ductus.music.performance.PerformanceScore} leads from scores to performances and back, {@link
 * ductus.music.performance.PerformanceForms} to parts of them and to other keys and tempos.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.performance;
