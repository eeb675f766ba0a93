/**
 * The plan of a tune in a token stream: the tokens that say it, behind the header, and their
 * grammar.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.plan;
