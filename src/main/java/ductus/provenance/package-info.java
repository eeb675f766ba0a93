/**
 * Names of new files: {@link ductus.provenance.OutputNames} gives them so that they sort in the
 * order in which they were made, and none that is taken. May use the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.provenance;
