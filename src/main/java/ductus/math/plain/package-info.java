/** The kernels without vectors: EJML and scalar loops. May use {@code math} only. */
@org.jspecify.annotations.NullMarked
package ductus.math.plain;
