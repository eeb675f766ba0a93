/**
 * {@code ductus text ...}: language models are trained, write, and complete lines. May use the
 * floors below {@code cli}, and its console, options and texts.
 */
@org.jspecify.annotations.NullMarked
package ductus.cli.language;
