/**
 * What the encodings of music in bars share: the tokens of a header (grid, metre, one setting of
 * their own such as the key, length), its grammar, and where a piece stands in its bars.
 */
@org.jspecify.annotations.NullMarked
package ductus.music.encoding.header;
