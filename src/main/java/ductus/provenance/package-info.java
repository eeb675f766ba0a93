/**
 * Where things come from that were made: {@link ductus.provenance.Provenance}, which stands beside
 * each in a file of JSON, and the names of new files. Knows the kinds of things by {@link
 * ductus.provenance.ProvenanceKind} only; their requests are those of tasks.
 */
@org.jspecify.annotations.NullMarked
package ductus.provenance;
