/** Names of new files, and where they go. */
@org.jspecify.annotations.NullMarked
package ductus.provenance;
