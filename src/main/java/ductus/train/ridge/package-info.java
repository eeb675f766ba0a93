/**
 * Linear readouts that are solved for in one pass, as those of echo state networks are: ridge
 * regression in double precision by EJML.
 *
 * <p>Legend, beside that of {@code nn}: F features a row, a constant among them; N outputs a row. A
 * penalty is a share of the features' mean square.
 */
@org.jspecify.annotations.NullMarked
package ductus.train.ridge;
