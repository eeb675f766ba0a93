/**
 * What was made: the workspace's files by their provenance, as pictures, notes and sound; renamed,
 * made again, thrown into a bin. Paths go to the page and come back from it as text below the
 * workspace, and {@link ductus.studio.collection.Workspace} confines them.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.collection;
