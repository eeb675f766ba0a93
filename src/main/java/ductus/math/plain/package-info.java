/** The kernels without vectors: EJML and scalar loops. */
@org.jspecify.annotations.NullMarked
package ductus.math.plain;
