/**
 * Training to watch: a run is a process of its own, {@code ductus train}, that writes its folder in
 * the workspace; the studio starts it, reads that folder, and tells it through {@code control} to
 * pause or stop. Whichever server is there finds it again.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.train;
