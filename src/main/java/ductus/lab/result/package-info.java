/**
 * What trials have come to: figures and curves, over seeds, as tables and files. A label says what
 * a trial is of (a cell, a lag); a figure is what was measured, NaN where there is none.
 */
@org.jspecify.annotations.NullMarked
package ductus.lab.result;
