/** Training shared by several machines: what each computes, and the order of their sums. */
@NullMarked
package ductus.train.parallel;

import org.jspecify.annotations.NullMarked;
