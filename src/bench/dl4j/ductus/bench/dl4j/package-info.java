/** Deeplearning4j with ND4J's native code, as a side of the comparison. */
@org.jspecify.annotations.NullMarked
package ductus.bench.dl4j;
