/**
 * A training run as such, whatever it trains: its folder ({@link ductus.run.RunFolder}), its
 * control file, its metrics and trace, the time that samples may take, how many threads pay, what
 * it would take before it is begun. A {@link ductus.run.LearningRun} is ready to begin; a {@link
 * ductus.run.ShareableRun} can be shared by several machines. May use the floors below, and nothing
 * of tasks or corpora.
 */
@org.jspecify.annotations.NullMarked
package ductus.run;
