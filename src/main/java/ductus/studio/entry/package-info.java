/** Who is let in: the secret path, tokens that serve once, and the check of each request. */
@org.jspecify.annotations.NullMarked
package ductus.studio.entry;
