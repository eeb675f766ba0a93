/**
 * A training run as such, whatever it trains: its folder ({@link ductus.run.RunFolder}), its
 * control file, its metrics and trace, the time that samples may take, and how many threads pay.
 */
@org.jspecify.annotations.NullMarked
package ductus.run;
