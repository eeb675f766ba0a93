/** The Deep Java Library with PyTorch's native code, as a side of the comparison. */
@org.jspecify.annotations.NullMarked
package ductus.bench.djl;
