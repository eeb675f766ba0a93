/**
 * {@code ductus translate}: sequences of characters into others, such as dates and numbers in words
 * into digits.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.translation;
