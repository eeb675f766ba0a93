/** Commands for words in sound. */
@org.jspecify.annotations.NullMarked
package ductus.cli.speech;
