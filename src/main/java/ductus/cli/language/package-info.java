/**
 * {@code ductus text ...}: language models are trained, write, complete lines, and are measured.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.language;
