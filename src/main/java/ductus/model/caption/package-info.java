/**
 * Networks that write a text about a picture (one to many): an encoder goes over the picture's rows
 * and columns, the decoder is that of networks that translate.
 *
 * <p>Legend: P places of the picture, B pictures, F numbers of a place, H hidden size, C columns of
 * what comes out, T characters of a text.
 */
@org.jspecify.annotations.NullMarked
package ductus.model.caption;
