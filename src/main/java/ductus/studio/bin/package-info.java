/**
 * The bin of a workspace: everything that the page deletes or starts over lies there, numbered,
 * until the user empties it. Nothing in it is ever overwritten. It knows files and folders only,
 * and nothing of what they hold.
 */
@org.jspecify.annotations.NullMarked
package ductus.studio.bin;
