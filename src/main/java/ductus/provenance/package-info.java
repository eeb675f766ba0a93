/**
 * Where things come from that were made: {@link ductus.provenance.Provenance}, which stands beside
 * each in a file of JSON as its {@link ductus.provenance.ProvenanceKind} writes it; what was asked
 * for is a task's own record. {@link ductus.provenance.OutputNames} names new files so that they
 * sort in the order in which they were made. May use the floors below.
 */
@org.jspecify.annotations.NullMarked
package ductus.provenance;
